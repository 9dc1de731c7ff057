import Corpus
import Foundation
import GRDB

/// Reads the rows of a corrupted index that are still readable.
struct StoredSources {
  /// The tables with unreadable rows.
  private(set) var tornTables: Set<String> = []
  private let queue: DatabaseQueue
  private let path: String

  /// Creates a reader of an index that nobody else is writing.
  init(in queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// A file from which a source was read.
  struct File {
    let stamp: FileStamp
    let member: String?

    var path: String { stamp.path(ofMember: member) }
  }

  /// Supplied metadata and manual corrections.
  struct Facts {
    var metadata: [ToldFact] = []
    var corrections: [ToldFact] = []
  }

  /// Returns the readable metadata overrides.
  mutating func facts() -> Facts {
    var facts = Facts()
    forEachRow(of: "metadata", "path, part, NULL, told") { row in
      facts.metadata.append(try ToldFact(StoredRow(row, of: "metadata")))
    }
    forEachRow(of: "correction", "path, part, sha256, told") { row in
      facts.corrections.append(try ToldFact(StoredRow(row, of: "correction")))
    }
    return facts
  }

  /// Returns the files of each source that any table refers to, ordered by source id.
  mutating func files() -> [(source: Int, files: [File])] {
    var files: [Int: [String: File]] = [:]
    forEachRow(of: "source", "id") { files[try StoredRow($0, of: "source")[0], default: [:]] = [:] }
    forEachRow(of: "report", "source") { row in
      files[try StoredRow(row, of: "report")[0], default: [:]] = [:]
    }
    forEachRow(of: "source_file", "source, path, archive, byte_count, modified_ns, inode") { row in
      let stored = StoredRow(row, of: "source_file")
      let (path, archive): (String, String?) = (try stored[1], try stored[2])
      let stamp = FileStamp(
        path: archive ?? path, byteCount: try stored[3], modifiedNanoseconds: try stored[4],
        inode: try stored[5])
      let member = archive.map { String(path.dropFirst($0.count + 1)) }
      files[try stored[0], default: [:]][path] = File(stamp: stamp, member: member)
    }
    return files.sorted { $0.key < $1.key }.map { id, files in
      (id, files.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  /// Returns a source as it was extracted from its file, or `nil` if it cannot be read completely.
  func source(_ id: Int) -> Source? {
    do {
      return try IndexConnection.translatingErrors(path) {
        try queue.unsafeRead { try Source(storedUnder: id, in: $0) }
      }
    } catch {
      return nil
    }
  }

  /// Calls a closure with the rows of a table from its start. If some cannot be read, repeats this
  /// from its end.
  private mutating func forEachRow(
    of table: String, _ columns: String, _ body: (Row) throws -> Void
  ) {
    let key = table == "report" || table == "source" ? "id" : "path"
    for direction in ["ASC", "DESC"] {
      do {
        try IndexConnection.translatingErrors(path) {
          try queue.unsafeRead { db in
            let rows = try Row.fetchCursor(
              db, sql: "SELECT \(columns) FROM \(table) NOT INDEXED ORDER BY \(key) \(direction)")
            while let row = try rows.next() { try body(row) }
          }
        }
        return
      } catch {
        tornTables.insert(table)
      }
    }
  }
}

extension IndexWriter {
  /// Imports the metadata overrides of another index.
  func restore(_ facts: StoredSources.Facts) throws {
    try inTransaction { db, _ in
      for fact in facts.metadata { _ = try fact.note(in: db) }
      for fact in facts.corrections { try fact.noteCorrection(in: db) }
    }
  }

  /// Adds a source of another index and its files.
  ///
  /// - Parameter isDoubtful: True if the source must be read again when its file is next indexed.
  func restore(
    _ source: Source, _ file: StoredSources.File, _ others: ArraySlice<StoredSources.File>,
    isDoubtful: Bool
  ) throws {
    try inTransaction { db, pending in
      let told = try ToldMetadata(ofPath: file.path, digest: source.digest, in: db)
      let id = try pending.insert(
        source.attributed(by: told.metadata, corrections: told.corrections), told: told.text,
        replacing: nil, in: db)
      for file in [file] + others {
        try Self.note(file.stamp, member: file.member, source: id, in: db)
      }
      if isDoubtful {
        try db.execute(
          "UPDATE source SET extraction_version = 0 WHERE id = ?", [.integer(id)])
      }
    }
  }
}
