import Foundation

/// A row as the index holds it: a value that is not of its column's kind is damage, told with its place.
struct StoredRow {
  private let row: any TableRow
  private let table: StaticString
  private let id: Int?

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - table: The table that it is of.
  ///   - id: Its id there, if it has one.
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

  /// The value in a column; `nil` where there is none.
  subscript<Value: StoredValue>(column: Int) -> Value? {
    get throws {
      if row.isNull(column) { return nil }
      let value: Value = try self[column]
      return value
    }
  }

  /// The value of an enumeration in a column.
  subscript<Value: RawRepresentable<String>>(column: Int) -> Value {
    get throws {
      guard let value: Value = try self[column] else { throw damage(in: column) }
      return value
    }
  }

  /// The value of an enumeration in a column; `nil` where there is none.
  subscript<Value: RawRepresentable<String>>(column: Int) -> Value? {
    get throws {
      guard let text: String = try self[column] else { return nil }
      guard let value = Value(rawValue: text) else { throw damage(in: column) }
      return value
    }
  }

  /// The text in a column that was read as bytes, so that a NUL in it is kept.
  func text(_ column: Int) throws -> String {
    let bytes: Data = try self[column]
    guard let text = String(validating: bytes, as: UTF8.self) else { throw damage(in: column) }
    return text
  }

  /// What is told of a value that cannot be.
  func damage(in column: Int) -> DamagedStorage {
    let place = id.map { "\(table) \($0)" } ?? "\(table)"
    return DamagedStorage("\(place): \(row.name(ofColumn: column))")
  }
}

/// What a column can hold.
protocol StoredValue {
  /// Reads a column of a row; `nil` if there is something else, or nothing.
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
