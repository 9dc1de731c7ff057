import CSQLite
import Foundation
import GRDB

/// A prepared statement of SQLite's C interface, without the cost of GRDB's values. It binds text
/// with its length and so keeps U+0000; GRDB binds only the text before it.
final class PersistentStatement: TableStatement {
  /// The statement. It is finalized with this object.
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

  /// Returns the error for a result code of the last execution.
  func error(_ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  func execute(_ arguments: [StoredArgument]) throws { try forEachRow(arguments) { _ in } }

  func forEachRow(
    _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
  ) throws {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    try bind(arguments[...], at: 1) {
      while true {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: try body(StatementRow(statement: handle))
        case SQLITE_DONE: return
        case let code: throw error(code)
        }
      }
    }
  }

  func forEachRow(
    ofEach arguments: [[StoredArgument]], _ body: (_ place: Int, any TableRow) throws -> Void
  ) throws {
    for (place, arguments) in arguments.enumerated() {
      try forEachRow(arguments) { try body(place, $0) }
    }
  }

  /// Binds arguments recursively, so that the buffers of texts stay valid until the statement has
  /// been executed.
  private func bind(
    _ arguments: ArraySlice<StoredArgument>, at place: CInt, _ run: () throws -> Void
  ) throws {
    guard let first = arguments.first else { return try run() }
    let rest = arguments.dropFirst()
    switch first {
    case .null:
      sqlite3_bind_null(handle, place)
      try bind(rest, at: place + 1, run)
    case .integer(let number):
      sqlite3_bind_int64(handle, place, Int64(number))
      try bind(rest, at: place + 1, run)
    case .text(var text), .document(var text):
      try text.withUTF8 { bytes in
        // SQLite binds NULL if the pointer is null, as that of an empty text can be.
        if let start = bytes.baseAddress {
          let characters = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
          sqlite3_bind_text(handle, place, characters, CInt(bytes.count), nil)
        } else {
          sqlite3_bind_text(handle, place, "", 0, nil)
        }
        try bind(rest, at: place + 1, run)
      }
    case .bytes(let data):
      try data.withUnsafeBytes { bytes in
        if bytes.isEmpty {
          sqlite3_bind_zeroblob(handle, place, 0)
        } else {
          sqlite3_bind_blob(handle, place, bytes.baseAddress, CInt(bytes.count), nil)
        }
        try bind(rest, at: place + 1, run)
      }
    }
  }
}

/// The current row of a statement. Valid until the next step.
private struct StatementRow: TableRow {
  let statement: OpaquePointer

  private func type(_ column: Int) -> CInt { sqlite3_column_type(statement, CInt(column)) }

  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  func integer(_ column: Int) -> Int? {
    type(column) == SQLITE_INTEGER ? Int(sqlite3_column_int64(statement, CInt(column))) : nil
  }

  func text(_ column: Int) -> String? {
    guard type(column) == SQLITE_TEXT else { return nil }
    return sqlite3_column_text(statement, CInt(column)).map { String(cString: $0) }
  }

  func bytes(_ column: Int) -> Data? {
    guard type(column) == SQLITE_BLOB else { return nil }
    guard let start = sqlite3_column_blob(statement, CInt(column)) else { return Data() }
    return Data(bytes: start, count: Int(sqlite3_column_bytes(statement, CInt(column))))
  }

  func name(ofColumn column: Int) -> String {
    sqlite3_column_name(statement, CInt(column)).map { String(cString: $0) } ?? ""
  }
}
