import CSQLite
import GRDB

/// Read access to an index in an SQLite file.
package final class SQLiteStorage: IndexStorage {
  package let path: String
  private let file: IndexFileIdentity
  /// The size and modification time of the file when it was opened.
  private let stamp: IndexFileStamp
  private let queue: DatabaseQueue
  private let unguarded: UnguardedFile?
  private let pages: SegmentPages?

  /// Opens an index for reading.
  ///
  /// - Throws: An ``IndexError`` if there is no index that this program can search.
  package init(path: String, postings: PostingsAccess = .pages) throws {
    self.path = path
    pages = postings == .pages ? SegmentPages() : nil
    unguarded = UnguardedFile(ofIndexAt: path)
    file = try IndexFileIdentity(ofIndex: path)
    stamp = try IndexFileStamp(ofIndex: path)
    queue = try IndexConnection.open(readingAt: path, unguarded: unguarded)
  }

  /// SQLite detects changes only through the write-ahead log. If another index was copied over the
  /// file, it would combine cached pages of the old file with pages of the new one. A checkpoint
  /// changes the modification time too, and then costs a new connection.
  package func isReplaced() throws -> Bool {
    try IndexFileIdentity(ofIndex: path) != file || IndexFileStamp(ofIndex: path) != stamp
  }

  package func reading<Value>(
    deadline: ContinuousClock.Instant?, _ body: (any IndexSnapshot) throws -> Value
  ) throws -> Value {
    try IndexConnection.translatingErrors(path) {
      try guarding {
        try queue.read { db in try db.interrupting(at: deadline) { try body(snapshot(db)) } }
      }
    }
  }

  private func snapshot(_ db: Database) -> SQLiteSnapshot {
    SQLiteSnapshot(db: db, path: path, file: file, pages: pages)
  }

  /// Calls a closure with a snapshot, as ``reading(_:)`` does, for a closure that continues after
  /// corruption. SQLite may then fail to end the transaction; that error is ignored.
  func readingDamaged<Value>(_ body: (SQLiteSnapshot) throws -> Value) throws -> Value {
    try IndexConnection.translatingErrors(path) {
      try guarding {
        try queue.unsafeRead { db in
          try db.beginTransaction(.deferred)
          defer { try? db.rollback() }
          return try body(snapshot(db))
        }
      }
    }
  }

  /// Performs a read and then checks that the file did not change. Apparent corruption may be a
  /// mixture of two states.
  private func guarding<Value>(_ read: () throws -> Value) throws -> Value {
    guard let unguarded else { return try read() }
    let result = Result { try read() }
    try unguarded.check()
    return try result.get()
  }
}

/// A snapshot of an index in an SQLite file.
struct SQLiteSnapshot: IndexSnapshot {
  /// The connection, with an open transaction.
  let db: Database
  let path: String
  let file: IndexFileIdentity
  let pages: SegmentPages?

  var paragraphsPerStatement: Int { 1 }

  func fetchEach(
    _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
  ) throws {
    try db.fetchEach(sql, arguments, body)
  }

  func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
    try db.fetchRows(sql, arguments)
  }

  var unreadablePages: UnreadablePages? { pages?.failure }

  func indexError(of error: any Error) -> any Error {
    IndexConnection.indexError(of: error, path)
  }

  func identity() -> String { file.name }

  func version() throws -> String { try db.dataVersion() }

  func postings(attributes: ParagraphAttributes, version: String) throws -> any PostingsSource {
    let readable = try pages?.isReadable(in: db, version: version) == true ? pages : nil
    return StoredPostings(db, pages: readable, attributes: attributes)
  }
}

extension Database {
  /// Runs a closure whose statements fail with `SQLITE_INTERRUPT` after a deadline.
  fileprivate func interrupting<Value>(
    at deadline: ContinuousClock.Instant?, _ body: () throws -> Value
  ) rethrows -> Value {
    guard var deadline else { return try body() }
    return try withUnsafeMutablePointer(to: &deadline) { deadline in
      sqlite3_progress_handler(
        sqliteConnection, 8,
        { deadline in
          let deadline = deadline!.assumingMemoryBound(to: ContinuousClock.Instant.self).pointee
          return ContinuousClock.now >= deadline ? 1 : 0
        }, deadline)
      defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
      return try body()
    }
  }

  /// Returns a number that changes when another connection has committed changes. Caches must then
  /// be invalidated.
  func dataVersion() throws -> String {
    String(try Int.fetchOne(cachedStatement(sql: "PRAGMA data_version")) ?? 0)
  }
}
