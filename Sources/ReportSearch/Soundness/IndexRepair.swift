import Corpus
import FTS5Tokenizer
import Foundation
import GRDB

/// Rebuilds an index from the texts and overrides that can still be read from a corrupted one.
///
/// Postings, doc values and near-duplicate groups follow from the texts. The new index is therefore
/// written by the normal indexing code, next to the old one, and replaces it when it is complete.
/// The old file is kept under another name.
public struct IndexRepair {
  /// The result of a repair.
  public struct Summary: Hashable, Sendable {
    /// The number of sources in the new index.
    public internal(set) var sources = 0
    /// The paths of sources that cannot be read completely. They are not in the new index.
    public internal(set) var lost: [String] = []
    /// The paths of sources whose text cannot be verified to be the indexed one. They are in the
    /// new index, and are read again at the next indexing run.
    public internal(set) var doubtful: [String] = []
    /// The tables with unreadable rows.
    public internal(set) var tornTables: [String] = []
    /// The path of the old file.
    public internal(set) var backup = ""

    /// True if nothing was lost and nothing is doubtful.
    public var isComplete: Bool { lost.isEmpty && doubtful.isEmpty && tornTables.isEmpty }

    /// Creates an empty summary.
    public init() {}
  }

  private let path: String
  private let newPath: String
  private let doubtfulSources: Set<Int>

  /// Prepares a repair.
  ///
  /// - Parameter examination: The result of a full integrity check.
  public init(ofIndexAt path: String, after examination: IndexExamination) {
    self.path = path
    newPath = path + ".repair"
    doubtfulSources = examination.doubtfulSources
  }

  /// Repairs the index.
  ///
  /// - Throws: An ``IndexError`` if the file is not an index of the current format, or if another
  ///   program is writing to it. The index is then unchanged.
  /// - Complexity: The same as indexing the texts.
  public func run() throws -> Summary {
    let queue = try IndexConnection.open(salvagingAt: path)
    // Changes by another writer during the repair would be lost.
    let lock = try lockingWriters()
    let files = IndexFiles(ofIndexAt: newPath)
    try IndexConnection.translatingErrors(path) { try files.remove() }
    var summary: Summary
    do {
      summary = try write(from: queue)
      let examination = try ReportIndex(path: newPath).examine()
      guard examination.isSound else {
        throw IndexError(path: newPath, kind: .damaged(message: "\(examination.faults)"))
      }
    } catch {
      try files.remove()
      throw error
    }
    try queue.close()
    try lock?.close()
    summary.backup = try IndexConnection.translatingErrors(path) {
      try IndexFiles(ofIndexAt: path).replace(by: files)
    }
    return summary
  }

  /// Begins a transaction that excludes other writers. Returns `nil` if the index is too corrupted
  /// for one.
  private func lockingWriters() throws -> DatabaseQueue? {
    do {
      let queue = try IndexConnection.open(
        writingAt: path, waiting: .seconds(10), tokenizer: FTS5BigramTokenizer())
      try IndexConnection.translatingErrors(path) {
        try queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
      }
      return queue
    } catch let error as IndexError {
      guard case .damaged = error.kind else { throw error }
      return nil
    }
  }

  /// The number of bytes of sources after which a transaction is committed.
  private static let transactionByteCount = 64 << 20

  private func write(from queue: DatabaseQueue) throws -> Summary {
    var summary = Summary()
    var stored = StoredSources(in: queue, path: path)
    let writer = try IndexWriter(path: newPath)
    try writer.restore(stored.facts())
    var byteCount = 0
    for (id, files) in stored.files() {
      guard let source = stored.source(id), !source.reports.isEmpty, let first = files.first else {
        summary.lost += files.isEmpty ? ["source \(id)"] : files.map(\.path)
        continue
      }
      let isDoubtful = doubtfulSources.contains(id)
      try writer.restore(source, first, files.dropFirst(), isDoubtful: isDoubtful)
      if isDoubtful { summary.doubtful += files.map(\.path) }
      summary.sources += 1
      byteCount += source.byteCount
      if byteCount >= Self.transactionByteCount {
        try writer.commit()
        byteCount = 0
      }
    }
    summary.tornTables = stored.tornTables.sorted()
    try writer.optimize()
    return summary
  }
}
