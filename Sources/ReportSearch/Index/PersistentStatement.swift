import CSQLite
import GRDB

/// A statement of SQLite's C interface that is run many times, for what GRDB's values cost too much.
final class PersistentStatement {
  /// The statement, until this object is gone.
  let handle: OpaquePointer
  private let connection: OpaquePointer

  /// Prepares a statement.
  ///
  /// - Throws: A `DatabaseError`.
  init(_ sql: String, in db: Database) throws {
    connection = db.sqliteConnection!
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    handle = statement
  }

  deinit { sqlite3_finalize(handle) }

  /// What a result code of the last run means.
  func error(_ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
