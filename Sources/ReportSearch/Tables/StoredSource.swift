import Corpus
import Foundation

extension Source {
  /// Reads a source as it was extracted from its file, without metadata overrides and without
  /// attributed values.
  ///
  /// - Throws: A ``DamagedStorage`` if the rows of the source contradict each other.
  /// - Complexity: O(*n*) in the bytes of its text.
  init(storedUnder id: Int, in tables: any TableReader) throws {
    let rows = try tables.fetchRows(
      """
      SELECT name, sha256, byte_count, format, encoding, replaced_byte_count, incomplete
      FROM source WHERE id = ?
      """, [.integer(id)])
    guard let row = rows.first else { throw DamagedStorage("source \(id) is missing") }
    let stored = StoredRow(row, of: "source", id)
    let reports = try tables.fetchRows(
      """
      SELECT id, part, head, first_paragraph, paragraph_count
      FROM report WHERE source = ? ORDER BY part
      """, [.integer(id)])
    self.init(
      name: try stored[0], digest: Digest(bytes: Array(try stored[1] as Data)),
      byteCount: try stored[2], format: try stored[3], encoding: try stored[4],
      replacedByteCount: try stored[5], incompleteness: try Incompleteness.stored(stored[6]),
      reports: try reports.enumerated().map { place, row in
        let stored = StoredRow(row, of: "report", row.integer(0))
        guard try stored[1] == place + 1 else { throw stored.damage(in: 1) }
        return Report(
          part: place + 1, head: try StoredJSON.value(of: stored[2]),
          paragraphs: try Self.paragraphs(of: stored, in: tables))
      }, removedLines: try RemovedLine.stored(ofSource: id, in: tables))
  }

  private static func paragraphs(of report: StoredRow, in tables: any TableReader) throws
    -> [Paragraph]
  {
    let (id, first, count): (Int, Int, Int) = (try report[0], try report[3], try report[4])
    guard first > 0, count >= 0, count < .max - first else { throw report.damage(in: 4) }
    let rows = try tables.fetchRows(
      """
      SELECT CAST(text AS BLOB), kind, heading - id + number - 1, line_number, page, number, id
      FROM paragraph WHERE id >= ? AND id < ? AND report = ? ORDER BY id
      """, [first, first + count, id].map { .integer($0) })
    guard rows.count == count else { throw report.damage(in: 4) }
    return try rows.enumerated().map { place, row in
      let stored = StoredRow(row, of: "paragraph", row.integer(6))
      let heading: Int? = try stored[2]
      guard try stored[5] == place + 1 else { throw stored.damage(in: 5) }
      if let heading, !(0..<place).contains(heading) { throw stored.damage(in: 2) }
      return Paragraph(
        text: try stored.text(0), kind: try stored[1], heading: heading,
        lineNumber: try stored[3], page: try stored[4])
    }
  }
}

extension Incompleteness {
  /// Returns the text under which reasons are stored, or `nil` if there are none.
  static func text(of reasons: [Incompleteness]) throws -> String? {
    reasons.isEmpty ? nil : try StoredJSON.text(of: reasons)
  }

  /// Returns the reasons that are stored as a text.
  static func stored(_ text: String?) throws -> [Incompleteness] {
    try text.map { try StoredJSON.value(of: $0) } ?? []
  }
}

extension RemovedLine {
  /// Reads the boilerplate lines of a source.
  static func stored(ofSource source: Int, in tables: any TableReader) throws -> [RemovedLine] {
    try tables.fetchAll(
      """
      SELECT line_number, reason, CAST(text AS BLOB) FROM removed_line
      WHERE source = ? ORDER BY rowid
      """, [.integer(source)]
    ) { row in
      let stored = StoredRow(row, of: "removed_line")
      return RemovedLine(
        lineNumber: try stored[0], text: try stored.text(2), reason: try stored[1])
    }
  }
}
