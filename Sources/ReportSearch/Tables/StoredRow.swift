import Foundation

/// A row with typed access to its columns. A value of the wrong kind is reported as corruption,
/// with its table, id and column.
struct StoredRow {
  private let row: any TableRow
  private let table: StaticString
  private let id: Int?

  /// Wraps a row.
  ///
  /// - Parameters:
  ///   - table: The table that the row belongs to, for error messages.
  ///   - id: The id of the row, if it has one.
  init(_ row: any TableRow, of table: StaticString, _ id: Int? = nil) {
    self.row = row
    self.table = table
    self.id = id
  }

  /// The value in a column.
  subscript<Value: StoredValue>(column: Int) -> Value {
    get throws {
      guard let value = Value.value(column, of: row) else { throw damage(in: column) }
      return value
    }
  }

  /// The value in a column, or `nil` for NULL.
  subscript<Value: StoredValue>(column: Int) -> Value? {
    get throws {
      if row.isNull(column) { return nil }
      let value: Value = try self[column]
      return value
    }
  }

  /// The enumeration value in a column.
  subscript<Value: RawRepresentable<String>>(column: Int) -> Value {
    get throws {
      guard let value: Value = try self[column] else { throw damage(in: column) }
      return value
    }
  }

  /// The enumeration value in a column, or `nil` for NULL.
  subscript<Value: RawRepresentable<String>>(column: Int) -> Value? {
    get throws {
      guard let text: String = try self[column] else { return nil }
      guard let value = Value(rawValue: text) else { throw damage(in: column) }
      return value
    }
  }

  /// Returns the text in a column that was selected as bytes. A `String` value ends at its
  /// first U+0000.
  func text(_ column: Int) throws -> String {
    let bytes: Data = try self[column]
    guard let text = String(validating: bytes, as: UTF8.self) else { throw damage(in: column) }
    return text
  }

  /// Returns the error for an invalid value in a column.
  func damage(in column: Int) -> DamagedStorage {
    let place = id.map { "\(table) \($0)" } ?? "\(table)"
    return DamagedStorage("\(place): \(row.name(ofColumn: column))")
  }
}

/// A type that can be read from a column.
protocol StoredValue {
  /// Returns the value of a column, or `nil` if it is NULL or of another kind.
  static func value(_ column: Int, of row: any TableRow) -> Self?
}

extension Int: StoredValue {
  static func value(_ column: Int, of row: any TableRow) -> Int? { row.integer(column) }
}

extension UInt32: StoredValue {
  static func value(_ column: Int, of row: any TableRow) -> UInt32? {
    row.integer(column).flatMap { UInt32(exactly: $0) }
  }
}

extension String: StoredValue {
  static func value(_ column: Int, of row: any TableRow) -> String? { row.text(column) }
}

extension Data: StoredValue {
  static func value(_ column: Int, of row: any TableRow) -> Data? { row.bytes(column) }
}
