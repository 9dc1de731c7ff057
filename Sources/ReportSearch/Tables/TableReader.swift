package import Foundation

/// Read access to the tables of an index in SQLite or PostgreSQL.
///
/// The tables are those of ``Schema``. Statements use the SQL that SQLite and PostgreSQL share,
/// with `?` for each argument.
package protocol TableReader {
  /// Calls a closure with each row of a statement's result. The row is valid during the call only.
  ///
  /// - Throws: Errors of the storage and of the closure.
  func fetchEach(
    _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void) throws

  /// Returns the rows of a statement's result. They remain valid after the call.
  ///
  /// - Throws: Errors of the storage.
  func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow]
}

/// Stored data that contradict themselves. Reported as ``IndexError/Kind/damaged(message:)``.
package struct DamagedStorage: Error {
  package let message: String

  /// - Parameter message: The contradictory data and their location.
  package init(_ message: String) { self.message = message }

  /// Converts an error of decoding stored values. Returns `nil` if the error is not about stored
  /// data.
  package init?(_ error: any Error) {
    switch error {
    case let damage as DamagedStorage: self = damage
    case let failure as UnreadablePages: self.init("\(failure)")
    case is DecodingError: self.init("a value is no JSON of its kind")
    default: return nil
    }
  }
}

/// An argument for a `?` of a statement.
package enum StoredArgument: Hashable, Sendable {
  case null
  case integer(Int)
  /// Text that this program writes, without U+0000.
  case text(String)
  /// Text of a report, which may contain U+0000.
  case document(String)
  case bytes(Data)

  /// An integer, or NULL.
  static func integer(_ number: Int?) -> StoredArgument { number.map { .integer($0) } ?? .null }
  /// Text that this program writes, or NULL.
  static func text(_ text: String?) -> StoredArgument { text.map { .text($0) } ?? .null }
  /// Text of a report, or NULL.
  static func document(_ text: String?) -> StoredArgument { text.map { .document($0) } ?? .null }
}

/// A row of a result. A value of another kind than the requested one reads as `nil`, as NULL does.
package protocol TableRow {
  /// Returns true if the column is NULL.
  func isNull(_ column: Int) -> Bool
  /// Returns the integer in a column.
  func integer(_ column: Int) -> Int?
  /// Returns the text in a column, up to its first U+0000.
  func text(_ column: Int) -> String?
  /// Returns the bytes in a column.
  func bytes(_ column: Int) -> Data?
  /// Returns the name of a result column.
  func name(ofColumn column: Int) -> String
}

extension TableReader {
  /// Returns the results of a closure for each row of a statement's result.
  package func fetchAll<Value>(
    _ sql: String, _ arguments: [StoredArgument] = [], _ value: (any TableRow) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try fetchEach(sql, arguments) { values.append(try value($0)) }
    return values
  }

  /// Returns the result of a closure for the first row, or `nil` if there is no row.
  package func fetchOne<Value>(
    _ sql: String, _ arguments: [StoredArgument] = [], _ value: (any TableRow) throws -> Value
  ) throws -> Value? {
    var first: Value?
    try fetchEach(sql, arguments) { if first == nil { first = try value($0) } }
    return first
  }

  /// Returns the integer in the first row and column, or `nil` if there is no row.
  ///
  /// - Throws: A ``DamagedStorage`` if the value is of another kind.
  package func integer(_ sql: String, _ arguments: [StoredArgument] = []) throws -> Int? {
    try fetchOne(sql, arguments) { row -> Int? in
      try StoredRow(row, of: "a number")[0]
    } ?? nil
  }
}
