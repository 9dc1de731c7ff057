import Corpus
import FTS5Tokenizer
import Foundation
import GRDB

/// Builds an index anew from the texts and facts that a damaged one still holds.
///
/// Lists, attributes and groups of copies all follow from the texts, so that there is one way to write them:
/// the new index is written as any index is, beside the old one, and takes its place when it is whole. The
/// old file stays under another name.
public struct IndexRepair {
  /// What a repair did.
  public struct Summary: Hashable, Sendable {
    /// The number of sources that the new index holds.
    public internal(set) var sources = 0
    /// The paths of sources of which not everything can be read any more; they are not in the new index.
    public internal(set) var lost: [String] = []
    /// The paths of sources with a text of which nothing tells whether it is as it was indexed. They are in
    /// the new index, and are read again when they are next indexed.
    public internal(set) var doubtful: [String] = []
    /// The tables of which some rows cannot be read any more.
    public internal(set) var tornTables: [String] = []
    /// Where the old file is kept.
    public internal(set) var backup = ""

    /// Whether everything is as it was.
    public var isComplete: Bool { lost.isEmpty && doubtful.isEmpty && tornTables.isEmpty }

    /// Creates a summary of nothing.
    public init() {}
  }

  private let path: String
  private let newPath: String
  private let doubtfulSources: Set<Int>

  /// Prepares a repair.
  ///
  /// - Parameter examination: What a full examination of the index found.
  public init(ofIndexAt path: String, after examination: IndexExamination) {
    self.path = path
    newPath = path + ".repair"
    doubtfulSources = examination.doubtfulSources
  }

  /// Repairs the index.
  ///
  /// - Throws: An ``IndexError`` if the file is none of an index that this program can read, or if another
  ///   program is writing to it; then nothing was changed.
  /// - Complexity: As indexing the texts.
  public func run() throws -> Summary {
    let queue = try IndexConnection.open(salvagingAt: path)
    // Whoever wrote meanwhile would write what the new index does not have.
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

  /// Opens a transaction that keeps other writers out; `nil` if the index is too damaged for one.
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

  /// The bytes of sources that a transaction holds at least, but for the last one.
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
