import Corpus
import FTS5Tokenizer
import Foundation
import GRDB

extension ReportIndex {
  /// Checks the integrity of the index.
  ///
  /// SQLite checks the file. Tables are compared with each other, and report identifiers with the
  /// digests of their sources. Both ways of reading postings are compared on strings from the whole
  /// index. Tokens, doc values and near-duplicate groups are compared with the texts of 200 evenly
  /// spread paragraphs.
  ///
  /// A full check compares all paragraphs and attributes all reports again. Then FTS5 compares its
  /// lists with the texts, and files with an unchanged stamp are read and compared with the indexed
  /// digests. Archive members are not compared.
  ///
  /// - Parameter isFull: True for a full check.
  /// - Throws: An ``IndexError`` if the index cannot be examined. Corruption is not an error here.
  /// - Complexity: Reads the whole file. A full check takes about as long as indexing the texts.
  public func examine(isFull: Bool = false) throws -> IndexExamination {
    guard let file = storage as? SQLiteStorage else {
      throw IndexError(path: storage.path, kind: .notAFile)
    }
    var examination = try file.readingDamaged { snapshot in
      var examiner = IndexExaminer(snapshot, path: file.path, isFull: isFull)
      try examiner.examine()
      return examiner.examination
    }
    try noting(in: &examination) { examination in
      examination.postings = try read { searcher in
        try searcher.comparePostings(of: searcher.sampleStrings(count: Self.stringCount))
      }
    }
    guard isFull else { return examination }
    try noting(in: &examination, examineLists)
    try noting(in: &examination, examineFiles)
    return examination
  }

  /// The number of strings that are looked up both ways.
  private static let stringCount = 200

  private func noting(
    in examination: inout IndexExamination, _ body: (inout IndexExamination) throws -> Void
  ) throws {
    do { try body(&examination) } catch let error as IndexError {
      guard case .damaged(let message) = error.kind else { throw error }
      examination.add(.table(message))
    }
  }

  /// FTS5's check is an INSERT statement. It writes nothing but needs write access.
  private func examineLists(_ examination: inout IndexExamination) throws {
    let queue: DatabaseQueue
    do {
      queue = try IndexConnection.open(
        writingAt: storage.path, waiting: .seconds(10), tokenizer: FTS5BigramTokenizer())
    } catch let error as IndexError {
      if case .inaccessible = error.kind { return }
      throw error
    }
    do {
      try IndexConnection.translatingErrors(storage.path) {
        try queue.writeWithoutTransaction { db in
          try db.execute(
            sql: """
              INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES ('integrity-check', 1)
              """)
        }
      }
      examination.comparedLists = true
    } catch let error as IndexError {
      switch error.kind {
      case .damaged(let message): examination.add(.lists(message))
      case .busy, .inaccessible: break
      default: throw error
      }
    }
  }

  private func examineFiles(_ examination: inout IndexExamination) throws {
    let files = try storage.reading { db in
      try db.fetchAll(
        """
        SELECT path, source_file.byte_count, modified_ns, inode, sha256, source
        FROM source_file JOIN source ON source.id = source WHERE archive IS NULL ORDER BY path
        """
      ) { row in
        let stored = StoredRow(row, of: "source_file")
        let stamp = FileStamp(
          path: try stored[0], byteCount: try stored[1], modifiedNanoseconds: try stored[2],
          inode: try stored[3])
        return (stamp: stamp, digest: Array(try stored[4] as Data), source: try stored[5] as Int)
      }
    }
    for (stamp, digest, source) in files {
      guard let file = FileScan(ofFileAt: stamp.path).files.first else {
        examination.missingFiles.append(stamp.path)
        continue
      }
      guard file.stamp == stamp, let bytes = try? FileContent.bytes(of: file.name) else {
        examination.changedFiles.append(stamp.path)
        continue
      }
      examination.comparedFiles += 1
      if bytes.withUnsafeBytes(Digest.init(of:)).bytes != digest {
        examination.add(.source(path: stamp.path))
        examination.doubtfulSources.insert(source)
      }
    }
  }
}
