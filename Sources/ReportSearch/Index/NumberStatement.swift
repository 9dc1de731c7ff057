import CSQLite
import GRDB

/// A statement that takes and gives whole numbers, for tables of which many rows are read or written.
///
/// GRDB makes objects of a row and its values, which takes longer than SQLite does for such a row.
final class NumberStatement {
  private let prepared: PersistentStatement
  private var statement: OpaquePointer { prepared.handle }

  /// Prepares a statement.
  ///
  /// - Throws: A `DatabaseError`.
  init(_ sql: String, in db: Database) throws { prepared = try PersistentStatement(sql, in: db) }

  /// Runs the statement, and calls a closure with each row that it gives.
  ///
  /// - Throws: A `DatabaseError`.
  func run(_ numbers: Int..., forEachRow body: (Row) -> Void = { _ in }) throws {
    for (place, number) in numbers.enumerated() {
      sqlite3_bind_int64(statement, CInt(place + 1), Int64(number))
    }
    defer { sqlite3_reset(statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: body(Row(statement: statement))
      case SQLITE_DONE: return
      case let code: throw prepared.error(code)
      }
    }
  }

  /// Returns the number in the first row, or `nil` if there is no row.
  func number(_ first: Int, _ second: Int? = nil) throws -> Int? {
    var found: Int?
    let take = { (row: Row) in if found == nil { found = row[0] } }
    if let second {
      try run(first, second, forEachRow: take)
    } else {
      try run(first, forEachRow: take)
    }
    return found
  }

  /// A row that a statement gave; valid only until the next one.
  struct Row {
    fileprivate let statement: OpaquePointer

    /// The number in a column.
    subscript(column: Int) -> Int { Int(sqlite3_column_int64(statement, CInt(column))) }

    /// The bytes in a column.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
      let start = sqlite3_column_blob(statement, CInt(column))
      let count = Int(sqlite3_column_bytes(statement, CInt(column)))
      return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    }
  }
}
