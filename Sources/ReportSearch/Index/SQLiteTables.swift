import Foundation
import GRDB

extension Database: TableReader {
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

  private static func values(of arguments: [StoredArgument]) -> StatementArguments {
    StatementArguments(
      arguments.map { argument in
        switch argument {
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
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
