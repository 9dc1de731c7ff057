import Corpus
import Foundation

/// What the table of reports holds of a report by itself: all of it follows from the head, the paragraphs and
/// what was told.
struct ReportRow: Hashable {
  /// The values, in the order of the columns.
  private let values: [StoredArgument]

  /// The columns of the table, each with a value that has its kind.
  private static let columns: [(name: String, kind: StoredTable.Kind)] = [
    ("part", .integer), ("head", .text), ("title", .document), ("year", .integer),
    ("year_basis", .text), ("year_evidence", .document), ("conflict_year", .integer),
    ("conflict_evidence", .document), ("conflict_number", .integer), ("doc_type", .text),
    ("issuer", .document), ("issuer_basis", .text), ("region_code", .text),
    ("region_name", .document), ("region_basis", .text), ("region_evidence", .document),
    ("region_candidates", .text), ("publish_date", .text), ("url", .document),
    ("paragraph_count", .integer),
  ]

  /// Takes a report's.
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

  /// Takes a stored one.
  private init(_ row: any TableRow) throws {
    let stored = StoredRow(row, of: "report")
    values = try Self.columns.enumerated().map { place, column in
      if row.isNull(place) { return .null }
      return switch column.kind {
      case .integer: .integer(try stored[place] as Int)
      case .document: .document(try stored.text(place))
      default: .text(try stored[place] as String)
      }
    }
  }

  /// Reads those of all reports of a source, by their parts.
  static func stored(ofSource source: Int, in tables: any TableReader) throws -> [ReportRow] {
    let names = columns.map { $0.kind == .document ? "CAST(\($0.name) AS BLOB)" : $0.name }
    return try tables.fetchAll(
      "SELECT \(names.joined(separator: ", ")) FROM report WHERE source = ? ORDER BY part",
      [.integer(source)], ReportRow.init)
  }

  /// Stores a report in the transaction that is open.
  ///
  /// - Parameter id: Its number, which no other has.
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
