import Corpus
import Foundation
import GRDB

/// What the table of reports holds of a report by itself: all of it follows from the head, the paragraphs and
/// what was told.
struct ReportRow {
  /// The columns of the table, in the order of the values.
  static let columns = [
    "part", "head", "title", "year", "year_basis", "year_evidence", "conflict_year",
    "conflict_evidence", "conflict_number", "doc_type", "issuer", "issuer_basis", "region_code",
    "region_name", "region_basis", "region_evidence", "region_candidates", "publish_date", "url",
    "paragraph_count",
  ]

  /// What is bound, in the order of the columns: text as bytes where SQLite would end it at a NUL.
  let values: [DatabaseValue]

  /// Takes a report's.
  init(_ report: Report) throws {
    let values: [(any DatabaseValueConvertible)?] = [
      report.part, try StoredJSON.text(of: report.head), Data(report.title.utf8),
      report.year.year, report.year.basis.rawValue, report.year.evidence,
      report.yearConflict?.year, report.yearConflict?.evidence,
      report.yearConflict.map { $0.paragraph + 1 }, report.documentType.rawValue,
      report.issuer?.name, report.issuer?.basis.rawValue, report.region.code, report.region.name,
      report.region.basis.rawValue, report.region.evidence,
      report.region.candidates.map(\.code).joined(separator: ","), report.publishDate?.iso8601,
      report.url, report.paragraphs.count,
    ]
    self.values = values.map { $0?.databaseValue ?? .null }
  }

  /// Reads the values of all reports of a source, by their parts.
  static func stored(ofSource source: Int, in db: Database) throws -> [[DatabaseValue]] {
    let columns = columns.map { $0 == "title" ? "CAST(title AS BLOB)" : $0 }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns.joined(separator: ", ")) FROM report WHERE source = ? ORDER BY part
          """), arguments: [source])
    return rows.map { Array($0.databaseValues) }
  }

  /// Stores a report in the transaction that is open, and returns its id.
  func insert(
    source: Int, identifier: String, firstParagraph: Int, in db: Database
  ) throws -> Int {
    let marks = Self.columns.map { $0 == "title" ? "CAST(? AS TEXT)" : "?" }
    try db.cachedStatement(
      sql: """
        INSERT INTO report(source, identifier, first_paragraph, \(Self.columns.joined(separator: ", ")))
        VALUES (?, ?, ?, \(marks.joined(separator: ", ")))
        """
    ).execute(
      arguments: [source, identifier, firstParagraph]
        + StatementArguments(values.map { $0 as (any DatabaseValueConvertible)? }))
    return Int(db.lastInsertedRowID)
  }
}
