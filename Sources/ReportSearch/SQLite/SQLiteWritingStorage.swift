import FTS5Tokenizer
import GRDB

/// Write access to an index in an SQLite file. There is one writer at a time. Others wait and then
/// fail with ``IndexError/Kind/busy(_:)``.
final class SQLiteWritingStorage: IndexWritingStorage {
  private let path: String
  private let queue: DatabaseQueue
  private let tokenizer: FTS5BigramTokenizer
  private let file: IndexFileIdentity
  /// The postings writer of the open transaction.
  private var postings: FTS5PostingsWriter?

  /// Opens an index, and creates it if there is none.
  ///
  /// - Parameters:
  ///   - path: The path of the index. Its directory is created if needed.
  ///   - waiting: The time to wait for the transaction of another writer.
  /// - Throws: An ``IndexError``.
  init(path: String, waiting: Duration) throws {
    self.path = path
    tokenizer = FTS5BigramTokenizer()
    queue = try IndexConnection.open(writingAt: path, waiting: waiting, tokenizer: tokenizer)
    file = try IndexFileIdentity(ofIndex: path)
  }

  deinit {
    // Statements must be finalized before their connection is closed.
    postings = nil
    // Checkpoints the log, so that a copy of the database file alone is complete even while others
    // have the index open. A concurrent reader may prevent the checkpoint; no data are lost then.
    try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
  }

  var files: [String] { ["", "-wal", "-shm"].map { path + $0 } }

  /// FTS5 writes fewer segments in large transactions.
  var transactionByteCount: Int { 64 << 20 }

  func reading<Value>(_ body: (any TableReader) throws -> Value) throws -> Value {
    try IndexConnection.translatingErrors(path) { try queue.read { try body($0) } }
  }

  func writing<Value>(
    _ body: (any TableWriter, any PostingsWriter) throws -> Value
  ) throws -> Value {
    try inTransaction { db in
      let postings = try self.postings ?? FTS5PostingsWriter(in: db, tokenizer: tokenizer)
      self.postings = postings
      return try body(db, postings)
    }
  }

  func commit() throws {
    try inTransaction { try $0.commit() }
    postings = nil
    guard (try? IndexFileIdentity(ofIndex: path)) == file else {
      throw IndexError(path: path, kind: .replaced)
    }
  }

  /// Merges all segments of FTS5 into one.
  ///
  /// - Complexity: Reads and writes the whole index.
  func optimize() throws {
    try IndexConnection.translatingErrors(path) {
      try queue.write { db in
        try db.execute(sql: "INSERT INTO paragraph_fts(paragraph_fts) VALUES ('optimize')")
      }
    }
  }

  private func inTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try IndexConnection.translatingErrors(path) {
      try queue.writeWithoutTransaction { db in
        do {
          if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
          return try body(db)
        } catch {
          postings = nil
          if db.isInsideTransaction { try db.rollback() }
          throw error
        }
      }
    }
  }
}
