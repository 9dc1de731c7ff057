import Corpus
import Foundation
import GRDB

/// What somebody knows about the reports of a file, or about one of them.
struct ToldFact: Hashable, Sendable {
  /// The absolute path of the file.
  let path: String
  /// The report's part, or `nil` for all.
  let part: Int?
  /// What is known.
  let metadata: ReportMetadata

  /// Stores the fact, and returns whether it was another before.
  func note(in db: Database) throws -> Bool {
    let values: [(any DatabaseValueConvertible)?] = [
      metadata.url, metadata.title, metadata.year, metadata.region, metadata.issuer,
      metadata.date?.iso8601,
    ]
    let key: [(any DatabaseValueConvertible)?] = [path, part ?? 0]
    let isKnown = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM metadata WHERE path IS ? AND part IS ? AND url IS ? AND title IS ?
            AND year IS ? AND region IS ? AND issuer IS ? AND date IS ?)
        """, arguments: StatementArguments(key + values))
    if isKnown == true { return false }
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO metadata(path, part, url, title, year, region, issuer, date)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: StatementArguments(key + values))
    return true
  }
}

/// Everything that was told about the reports of a file.
struct ToldMetadata {
  /// What was told, by the report's part; `nil` is all of them.
  private(set) var byPart: [Int?: ReportMetadata] = [:]
  /// The same as text, by which it is compared.
  private(set) var text = ""

  /// Whether nothing was told.
  var isEmpty: Bool { byPart.isEmpty }

  /// Reads what was told about a file.
  init(ofPath path: String, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT part, url, title, year, region, issuer, date FROM metadata WHERE path = ?
        ORDER BY part
        """)
    for row in try Row.fetchAll(statement, arguments: [path]) {
      var metadata = ReportMetadata()
      metadata.url = row[1]
      metadata.title = row[2]
      metadata.year = row[3]
      metadata.region = row[4]
      metadata.issuer = row[5]
      metadata.date = (row[6] as String?).flatMap { CalendarDate(iso8601: $0) }
      let part: Int = row[0]
      byPart[part == 0 ? nil : part] = metadata
      text += row.databaseValues.map { "\($0)" }.joined(separator: "\t") + "\n"
    }
  }
}
