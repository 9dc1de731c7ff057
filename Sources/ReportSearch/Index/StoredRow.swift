import Foundation
import GRDB

/// A row as the index holds it: a value that is not of its column's kind is damage, told with its place.
struct StoredRow {
  private let row: Row
  private let table: StaticString
  private let id: Int?

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - table: The table that it is of.
  ///   - id: Its id there, if it has one.
  init(_ row: Row, of table: StaticString, _ id: Int? = nil) {
    self.row = row
    self.table = table
    self.id = id
  }

  /// The value in a column.
  subscript<Value: DatabaseValueConvertible>(column: Int) -> Value {
    get throws {
      do {
        return try row.decode(atIndex: column)
      } catch is RowDecodingError {
        throw damage(in: column)
      }
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
  func damage(in column: Int) -> DatabaseError {
    let place = id.map { "\(table) \($0)" } ?? "\(table)"
    return .damage("\(place): \(row.columnNames.dropFirst(column).first ?? "")")
  }
}

extension DatabaseError {
  /// What is stored contradicts itself.
  ///
  /// - Parameter message: What, and where.
  static func damage(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
  }
}
