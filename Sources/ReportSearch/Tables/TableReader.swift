package import Foundation

/// Reads the tables of an index, whatever keeps them.
///
/// The tables are those of ``Schema``. Statements are written in the SQL that SQLite and PostgreSQL share,
/// with `?` for each argument.
package protocol TableReader {
  /// Calls a closure with each row that a statement gives; the row is valid during the call only.
  ///
  /// - Throws: What the storage or the closure throws.
  func fetchEach(
    _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void) throws

  /// Returns the rows that a statement gives, which may be kept.
  ///
  /// - Throws: What the storage throws.
  func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow]
}

/// What is stored contradicts itself; it is told as ``IndexError/Kind/damaged(message:)``.
package struct DamagedStorage: Error {
  package let message: String

  /// - Parameter message: What contradicts itself, and where.
  package init(_ message: String) { self.message = message }

  /// Takes an error that values give which were made of what is stored; `nil` if it tells of something else.
  package init?(_ error: any Error) {
    switch error {
    case let damage as DamagedStorage: self = damage
    case let failure as UnreadablePages: self.init("\(failure)")
    case is DecodingError: self.init("a value is no JSON of its kind")
    default: return nil
    }
  }
}

/// What stands for a `?` of a statement.
package enum StoredArgument: Hashable, Sendable {
  case null
  case integer(Int)
  /// Text that this program writes, without U+0000.
  case text(String)
  /// Text of a report, which may hold U+0000.
  case document(String)
  case bytes(Data)

  /// A whole number, or NULL.
  static func integer(_ number: Int?) -> StoredArgument { number.map { .integer($0) } ?? .null }
  /// Text that this program writes, or NULL.
  static func text(_ text: String?) -> StoredArgument { text.map { .text($0) } ?? .null }
  /// Text of a report, or NULL.
  static func document(_ text: String?) -> StoredArgument { text.map { .document($0) } ?? .null }
}

/// A row that a statement gives. A value of another kind than is asked for is `nil`, as NULL is.
package protocol TableRow {
  /// Whether a column has NULL.
  func isNull(_ column: Int) -> Bool
  /// The whole number in a column.
  func integer(_ column: Int) -> Int?
  /// The text in a column, up to its first NUL.
  func text(_ column: Int) -> String?
  /// The bytes in a column.
  func bytes(_ column: Int) -> Data?
  /// The name that a statement gives a column.
  func name(ofColumn column: Int) -> String
}

extension TableReader {
  /// Returns what a closure makes of each row that a statement gives.
  package func fetchAll<Value>(
    _ sql: String, _ arguments: [StoredArgument] = [], _ value: (any TableRow) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try fetchEach(sql, arguments) { values.append(try value($0)) }
    return values
  }

  /// Returns what a closure makes of the first row that a statement gives, or `nil` if it gives none.
  package func fetchOne<Value>(
    _ sql: String, _ arguments: [StoredArgument] = [], _ value: (any TableRow) throws -> Value
  ) throws -> Value? {
    var first: Value?
    try fetchEach(sql, arguments) { if first == nil { first = try value($0) } }
    return first
  }

  /// Returns the whole number that a statement gives, or `nil` if it gives none.
  ///
  /// - Throws: A ``DamagedStorage`` if it gives something else.
  package func integer(_ sql: String, _ arguments: [StoredArgument] = []) throws -> Int? {
    try fetchOne(sql, arguments) { row -> Int? in
      try StoredRow(row, of: "a number")[0]
    } ?? nil
  }
}
