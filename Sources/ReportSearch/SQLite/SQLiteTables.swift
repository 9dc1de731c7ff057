import Foundation
import GRDB

extension Database: TableWriter {
  func fetchEach(
    _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      cachedStatement(sql: sql), arguments: Self.values(of: arguments))
    while let row = try rows.next() { try body(row) }
  }

  func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: Self.values(of: arguments))
  }

  package func execute(_ sql: String, _ arguments: [StoredArgument]) throws {
    try PersistentStatement(sql, in: self).execute(arguments)
  }

  package func prepare(_ sql: String) throws -> any TableStatement {
    try PersistentStatement(sql, in: self)
  }

  private static func values(of arguments: [StoredArgument]) -> StatementArguments {
    StatementArguments(
      arguments.map { argument in
        switch argument {
        case .null: DatabaseValue.null
        case .integer(let number): number.databaseValue
        case .text(let text), .document(let text): text.databaseValue
        case .bytes(let data): data.databaseValue
        }
      })
  }
}

extension Row: TableRow {
  func isNull(_ column: Int) -> Bool { hasNull(atIndex: column) }
  func integer(_ column: Int) -> Int? { .fromDatabaseValue(self[column]) }
  func text(_ column: Int) -> String? { .fromDatabaseValue(self[column]) }
  func bytes(_ column: Int) -> Data? { .fromDatabaseValue(self[column]) }
  func name(ofColumn column: Int) -> String { columnNames.dropFirst(column).first ?? "" }
}
