import Foundation
package import ReportSearch

/// A table reader that returns the same rows for every statement.
package struct TableOfRows: TableReader {
  private let rows: [[StoredArgument]]

  /// Creates a reader that returns rows.
  package init(_ rows: [[StoredArgument]]) { self.rows = rows }

  package func fetchEach(
    _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
  ) throws {
    for row in rows { try body(Row(values: row)) }
  }

  package func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
    rows.map { Row(values: $0) }
  }

  private struct Row: TableRow {
    let values: [StoredArgument]

    func isNull(_ column: Int) -> Bool { values[column] == .null }

    func integer(_ column: Int) -> Int? {
      if case .integer(let number) = values[column] { number } else { nil }
    }

    func text(_ column: Int) -> String? {
      switch values[column] {
      case .text(let text), .document(let text): String(text.prefix { $0 != "\0" })
      default: nil
      }
    }

    func bytes(_ column: Int) -> Data? {
      switch values[column] {
      case .bytes(let data): data
      case .text(let text), .document(let text): Data(text.utf8)
      default: nil
      }
    }

    func name(ofColumn column: Int) -> String { "column \(column)" }
  }
}
