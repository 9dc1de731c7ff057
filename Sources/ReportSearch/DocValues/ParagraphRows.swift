import Foundation

/// Reads rows of paragraphs by id.
///
/// If statements are expensive, as on a server, rows that were announced by ``expect(_:)`` are
/// fetched together.
final class ParagraphRows {
  private let db: any IndexSnapshot
  private let columns: String
  private let oneRow: String
  private var expected: [UInt32] = []
  private var readCount = 0
  private var rows: [Int: any TableRow] = [:]

  /// Creates a reader of a snapshot.
  ///
  /// - Parameter columns: The columns of the rows, as SQL.
  init(_ db: any IndexSnapshot, columns: String) {
    self.db = db
    self.columns = columns
    oneRow = "SELECT \(columns) FROM paragraph WHERE id = ?"
  }

  /// Announces the paragraphs that will be requested next, in this order.
  func expect(_ ids: [UInt32]) {
    guard db.paragraphsPerStatement > 1 else { return }
    (expected, readCount, rows) = (ids, 0, [:])
  }

  /// Returns the row of a paragraph.
  ///
  /// - Parameter prepare: Called with all rows of a batch when this row is the first of it.
  /// - Throws: A ``DamagedStorage`` if there is no such paragraph.
  func row(
    _ id: Int, preparing prepare: ([any TableRow]) throws -> Void = { _ in }
  ) throws -> any TableRow {
    let row =
      if let row = rows.removeValue(forKey: id) {
        row
      } else if readCount < expected.count, Int(expected[readCount]) == id {
        try readExpected(prepare)
      } else {
        try db.fetchRows(oneRow, [.integer(id)]).first
      }
    guard let row else { throw DamagedStorage("paragraph \(id) is missing") }
    return row
  }

  /// Reads the next batch of expected rows and returns the first one.
  private func readExpected(_ prepare: ([any TableRow]) throws -> Void) throws -> (any TableRow)? {
    let ids = expected[readCount...].prefix(db.paragraphsPerStatement)
    readCount += ids.count
    let list = ids.map(String.init).joined(separator: ",")
    let read = try db.fetchRows(
      "SELECT id, \(columns) FROM paragraph WHERE id IN (\(list))", [])
    for row in read {
      rows[try StoredRow(row, of: "paragraph")[0]] = ShiftedRow(row: row)
    }
    try prepare(Array(rows.values))
    return rows.removeValue(forKey: Int(ids.first!))
  }
}

/// A row without its first column.
private struct ShiftedRow: TableRow {
  let row: any TableRow

  func isNull(_ column: Int) -> Bool { row.isNull(column + 1) }
  func integer(_ column: Int) -> Int? { row.integer(column + 1) }
  func text(_ column: Int) -> String? { row.text(column + 1) }
  func bytes(_ column: Int) -> Data? { row.bytes(column + 1) }
  func name(ofColumn column: Int) -> String { row.name(ofColumn: column + 1) }
}
