import Corpus
import Foundation

/// The columns of a row of `report` that depend on the report alone: they follow from its head, its
/// paragraphs and the metadata overrides.
struct ReportRow: Hashable {
  /// The values, in the order of ``columns``.
  let values: [StoredArgument]

  /// The columns in storage order, each with the kind of its values.
  private static let columns: [(name: String, kind: StoredTable.Kind)] = [
    ("part", .integer), ("head", .text), ("title", .document), ("year", .integer),
    ("year_basis", .text), ("year_evidence", .document), ("conflict_year", .integer),
    ("conflict_evidence", .document), ("conflict_number", .integer), ("doc_type", .text),
    ("issuer", .document), ("issuer_basis", .text), ("region_code", .text),
    ("region_name", .document), ("region_basis", .text), ("region_evidence", .document),
    ("region_candidates", .text), ("publish_date", .text), ("url", .document),
    ("paragraph_count", .integer),
  ]

  /// Creates the row of a report.
  init(_ report: Report) throws {
    let region = report.region
    values = [
      .integer(report.part), .text(try StoredJSON.text(of: report.head)), .document(report.title),
      .integer(report.year.year), .text(report.year.basis.rawValue),
      .document(report.year.evidence), .integer(report.yearConflict?.year),
      .document(report.yearConflict?.evidence),
      .integer(report.yearConflict.map { $0.paragraph + 1 }), .text(report.documentType.rawValue),
      .document(report.issuer?.name), .text(report.issuer?.basis.rawValue), .text(region.code),
      .document(region.name), .text(region.basis.rawValue), .document(region.evidence),
      .text(region.candidates.map(\.code).joined(separator: ",")),
      .text(report.publishDate?.iso8601), .document(report.url),
      .integer(report.paragraphs.count),
    ]
  }

  /// Reads a stored row.
  ///
  /// - Parameter first: The index of the result column that contains the first value.
  private init(_ row: any TableRow, from first: Int = 0) throws {
    let stored = StoredRow(row, of: "report")
    values = try Self.columns.enumerated().map { place, column in
      let place = first + place
      if row.isNull(place) { return .null }
      return switch column.kind {
      case .integer: .integer(try stored[place] as Int)
      case .document: .document(try stored.text(place))
      default: .text(try stored[place] as String)
      }
    }
  }

  /// Reads the rows of all reports of a source, ordered by part.
  static func stored(ofSource source: Int, in tables: any TableReader) throws -> [ReportRow] {
    try tables.fetchAll(
      "SELECT \(selection) FROM report WHERE source = ? ORDER BY part", [.integer(source)]
    ) { try ReportRow($0) }
  }

  /// Calls a closure with the SHA-256 of the source, the id and the row of each report, ordered by
  /// source digest and part.
  static func forEach(
    in tables: any TableReader,
    _ body: (_ digest: Data, _ id: Int, _ row: ReportRow) throws -> Void
  ) throws {
    try tables.fetchEach(
      """
      SELECT sha256, report.id, \(selection) FROM report JOIN source ON source.id = report.source
      ORDER BY sha256, part
      """, []
    ) { row in
      let stored = StoredRow(row, of: "report")
      try body(stored[0], stored[1], ReportRow(row, from: 2))
    }
  }

  /// The column list of a SELECT statement. Document text is read as bytes, so that U+0000 is kept.
  private static var selection: String {
    columns.map { $0.kind == .document ? "CAST(\($0.name) AS BLOB)" : $0.name }
      .joined(separator: ", ")
  }

  /// Inserts the report in the open transaction.
  ///
  /// - Parameter id: The id of the row. No other report has it.
  func insert(
    as id: Int, source: Int, identifier: String, firstParagraph: Int, in tables: any TableWriter
  ) throws {
    let names = ["id", "source", "identifier", "first_paragraph"] + Self.columns.map(\.name)
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try tables.execute(
      "INSERT INTO report(\(names.joined(separator: ", "))) VALUES (\(marks))",
      [.integer(id), .integer(source), .text(identifier), .integer(firstParagraph)] + values)
  }
}
