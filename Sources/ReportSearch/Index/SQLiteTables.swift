import Foundation
import GRDB

extension Database: TableReader {
  func fetchEach(
    _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      cachedStatement(sql: sql), arguments: Self.values(of: arguments))
    while let row = try rows.next() { try body(SQLiteRow(row: row)) }
  }

  func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: Self.values(of: arguments))
      .map(SQLiteRow.init)
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

/// A row that SQLite gives.
private struct SQLiteRow: TableRow {
  let row: Row

  func integer(_ column: Int) -> Int? { row[column] }
  func text(_ column: Int) -> String? { row[column] }
  func bytes(_ column: Int) -> Data? { row[column] }
}
