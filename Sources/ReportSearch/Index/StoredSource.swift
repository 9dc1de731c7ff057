import Corpus
import Foundation
import GRDB

extension Source {
  /// Reads a source as it was before anybody told anything about it: its reports and their paragraphs, as
  /// they were read from the file.
  ///
  /// - Complexity: O(*n*) in the bytes of its text.
  init(storedUnder id: Int, in db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT name, sha256, byte_count, format, encoding, replaced_byte_count
        FROM source WHERE id = ?
        """, arguments: [id])
    guard let row, let format = SourceFormat(rawValue: row[3]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "source \(id) is missing")
    }
    let reports = try Row.fetchAll(
      db, sql: "SELECT id, part, head FROM report WHERE source = ? ORDER BY part", arguments: [id])
    self.init(
      name: row[0], digest: Digest(bytes: Array(row[1] as Data)), byteCount: row[2],
      format: format, encoding: (row[4] as String?).flatMap(TextEncoding.init(rawValue:)),
      replacedByteCount: row[5],
      reports: try reports.map { row in
        Report(
          part: row[1], head: try StoredJSON.value(of: row[2]),
          paragraphs: try Self.paragraphs(ofReport: row[0], in: db))
      }, removedLines: try RemovedLine.stored(ofSource: id, in: db))
  }

  private static func paragraphs(ofReport report: Int, in db: Database) throws -> [Paragraph] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT CAST(text AS BLOB), kind, heading - id + number - 1, line_number, page
        FROM paragraph WHERE report = ? ORDER BY id
        """, arguments: [report])
    return rows.map { row in
      Paragraph(
        text: String(decoding: row[0] as Data, as: UTF8.self),
        kind: Paragraph.Kind(rawValue: row[1])!, heading: row[2], lineNumber: row[3], page: row[4])
    }
  }
}

extension RemovedLine {
  /// Reads the lines of a source that belong to the page and not to a report.
  static func stored(ofSource source: Int, in tables: any TableReader) throws -> [RemovedLine] {
    try tables.fetchAll(
      """
      SELECT line_number, reason, CAST(text AS BLOB) FROM removed_line
      WHERE source = ? ORDER BY rowid
      """, [.integer(source)]
    ) { row in
      RemovedLine(
        lineNumber: row[0], text: String(decoding: row[2] as Data, as: UTF8.self),
        reason: ChromeReason(rawValue: row[1])!)
    }
  }
}
