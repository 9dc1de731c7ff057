import CSQLite
import FTS5Tokenizer
import Foundation
import GRDB
import TextAnalysis

/// Opens the database of an index, and rejects files that are not an index.
enum IndexConnection {
  /// Opens an index for reading.
  ///
  /// - Parameter file: The index if SQLite cannot lock it. The caller must then check the file
  ///   after each read.
  /// - Throws: An ``IndexError`` if there is no index that this program can search.
  static func open(readingAt path: String, unguarded file: UnguardedFile? = nil) throws
    -> DatabaseQueue
  {
    try check(path)
    var configuration = configuration { _ in }
    configuration.readonly = true
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(path: file?.address ?? path, configuration: configuration)
      try queue.read { try checkVersions(of: $0, path) }
      return queue
    }
  }

  /// Opens a corrupted index for reading the rows that can still be read.
  ///
  /// - Throws: An ``IndexError`` if the file cannot be identified as an index.
  static func open(salvagingAt path: String) throws -> DatabaseQueue {
    var configuration = configuration { db in
      // Lets SQLite read a file that is shorter than its header says.
      try db.execute(sql: "PRAGMA writable_schema = ON")
    }
    configuration.readonly = true
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.unsafeRead { try checkApplication(of: $0, path) }
      return queue
    }
  }

  /// Opens an index for writing, and creates it if there is none.
  ///
  /// - Parameters:
  ///   - waiting: The time to wait for the transaction of another writer.
  ///   - tokenizer: The tokenizer of the connection.
  /// - Throws: An ``IndexError`` if the file is not an index that this program can write.
  static func open(
    writingAt path: String, waiting: Duration, tokenizer: FTS5BigramTokenizer
  ) throws -> DatabaseQueue {
    if FileManager.default.fileExists(atPath: path) {
      // Checks the file with a read-only connection first: the database of another program must not
      // be modified.
      try open(readingAt: path).close()
    } else {
      try translatingErrors(path) {
        try FileManager.default.createDirectory(
          at: URL(fileURLWithPath: path).deletingLastPathComponent(),
          withIntermediateDirectories: true)
        try IndexFiles(ofIndexAt: path).create(try emptyIndex())
      }
    }
    var configuration = configuration(tokenizer: tokenizer) { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      // Debian's SQLite overwrites deleted data by default. The index contains nothing that its
      // texts do not.
      try db.execute(sql: "PRAGMA secure_delete = OFF")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    configuration.busyMode = .timeout(waiting / .seconds(1))
    configuration.journalMode = .wal
    // A transaction spans several batches of files: see IndexWriter.
    configuration.allowsUnsafeTransactions = true
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { try checkVersions(of: $0, path) }
      return queue
    }
  }

  /// Returns the bytes of an empty index.
  private static func emptyIndex() throws -> Data {
    let queue = try DatabaseQueue(configuration: configuration { _ in })
    try queue.write(Schema.create)
    return try queue.read { db in
      var size: sqlite3_int64 = 0
      guard let bytes = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      return Data(
        bytesNoCopy: bytes, count: Int(size),
        deallocator: .custom { bytes, _ in
          sqlite3_free(bytes)
        })
    }
  }

  /// Runs a closure and converts its errors to ``IndexError``s.
  static func translatingErrors<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch { throw indexError(of: error, path) }
  }

  /// Converts errors of SQLite and of stored data to an ``IndexError``. Other errors are returned
  /// unchanged.
  static func indexError(of error: any Error, _ path: String) -> any Error {
    let kind: IndexError.Kind
    switch error {
    case let error as DatabaseError: kind = self.kind(of: error, path)
    case let error as SQLiteFailure:
      kind = .inaccessible(
        code: error.code, message: String(cString: sqlite3_errstr(error.code)))
    case let error as CocoaError:
      kind = .inaccessible(code: SQLITE_CANTOPEN, message: error.localizedDescription)
    case let error as IndexFiles.Failure:
      kind = .inaccessible(code: SQLITE_CANTOPEN, message: error.message)
    case is RowDecodingError: kind = .damaged(message: "a value is not of its column's kind")
    default:
      guard let damage = DamagedStorage(error) else { return error }
      kind = .damaged(message: damage.message)
    }
    return IndexError(path: path, kind: kind)
  }

  private static func kind(of error: DatabaseError, _ path: String) -> IndexError.Kind {
    switch error.resultCode {
    case .SQLITE_NOTADB: .notAnIndex
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(LockHolder(ofIndexAt: path))
    // No statement of this program violates a constraint if the tables are consistent.
    case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT:
      .damaged(message: error.message ?? "SQLite")
    // One of the index's tables or columns is missing.
    case .SQLITE_ERROR: .damaged(message: error.message ?? "SQLite")
    default:
      .inaccessible(
        code: error.extendedResultCode.rawValue, message: error.message ?? "SQLite")
    }
  }

  private static func configuration(
    tokenizer: FTS5BigramTokenizer = FTS5BigramTokenizer(),
    _ prepare: @escaping @Sendable (Database) throws -> Void
  ) -> Configuration {
    nonisolated(unsafe) let tokenizer = tokenizer
    var configuration = Configuration()
    // Foreign keys document the columns. Enforcing them makes SQLite open savepoints, and each
    // savepoint makes FTS5 write a segment.
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      let connection = db.sqliteConnection!
      let code = tokenizer.register(with: try fts5API(of: connection))
      guard code == SQLITE_OK else { throw SQLiteFailure(code: code) }
      try FTS5Postings.register(on: connection)
      try prepare(db)
    }
    return configuration
  }

  /// Checks the file before SQLite opens it, which accepts an empty file as a database.
  private static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw IndexError(path: path, kind: .missing)
    }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if isFolder.boolValue || size == 0 { throw IndexError(path: path, kind: .notAnIndex) }
  }

  private static func checkVersions(of db: Database, _ path: String) throws {
    try checkApplication(of: db, path)
    let folding: String = try Schema.get(.foldingVersion, in: db) ?? ""
    guard folding == FoldingVersion.current else {
      throw IndexError(
        path: path, kind: .otherFolding(found: folding, current: FoldingVersion.current))
    }
  }

  /// Checks the application id and the format version in the file's header.
  private static func checkApplication(of db: Database, _ path: String) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == Schema.applicationID else {
      throw IndexError(path: path, kind: .notAnIndex)
    }
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard format == Schema.formatVersion else {
      throw IndexError(
        path: path, kind: .otherFormat(found: format, supported: Schema.formatVersion))
    }
  }
}
