import CSQLite
import GRDB

/// An index in a file of SQLite.
package final class SQLiteStorage: IndexStorage {
  package let path: String
  private let file: IndexFileIdentity
  /// The size and time of the file when it was opened.
  private let stamp: IndexFileStamp
  private let queue: DatabaseQueue
  private let unguarded: UnguardedFile?
  private let pages: SegmentPages?

  /// Opens an index to read from it.
  ///
  /// - Throws: An ``IndexError`` if there is none, or not one that this program can search.
  package init(path: String, postings: PostingsAccess = .pages) throws {
    self.path = path
    pages = postings == .pages ? SegmentPages() : nil
    unguarded = UnguardedFile(ofIndexAt: path)
    file = try IndexFileIdentity(ofIndex: path)
    stamp = try IndexFileStamp(ofIndex: path)
    queue = try IndexConnection.open(readingAt: path, unguarded: unguarded)
  }

  /// SQLite notices what writers do by the log, and nothing else: a file that another index was copied over
  /// would be read as a mixture of both, from the pages that are in memory. Taking the log back into the
  /// file changes its time as well, and then costs a connection.
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

  /// As ``reading(_:)``, for a closure that goes on when it meets damage: SQLite then cannot end the
  /// transaction in order, which need not be told again.
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

  /// Returns what a read found, or that the file has changed meanwhile: damage may then be a mixture of two
  /// states.
  private func guarding<Value>(_ read: () throws -> Value) throws -> Value {
    guard let unguarded else { return try read() }
    let result = Result { try read() }
    try unguarded.check()
    return try result.get()
  }
}

/// A read of a file of SQLite.
struct SQLiteSnapshot: IndexSnapshot {
  /// The connection, which is in a transaction.
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
  /// Runs a closure whose statements fail with `SQLITE_INTERRUPT` from a moment on.
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

  /// A number that is another one when another connection has written since the last read: what was read
  /// once is to be read again.
  func dataVersion() throws -> String {
    String(try Int.fetchOne(cachedStatement(sql: "PRAGMA data_version")) ?? 0)
  }
}
