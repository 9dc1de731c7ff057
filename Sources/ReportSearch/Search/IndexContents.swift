/// The size of an index.
public struct IndexContents: Hashable, Sendable {
  /// The number of files. An archive counts as one file.
  public let files: Int
  /// The number of distinct contents of files.
  public let sources: Int
  /// The number of reports.
  public let reports: Int
  /// The number of paragraphs, including titles and headings.
  public let paragraphs: Int
  /// The number of folded characters of all paragraphs.
  public let characters: Int
  /// The number of bytes of all distinct contents.
  public let sourceBytes: Int
  /// The number of boilerplate lines.
  public let removedLines: Int
  /// The first and last year of the reports; `nil` if no report has a year.
  public let years: ClosedRange<Int>?
  /// The number of reports without a known year.
  public let reportsWithoutYear: Int

  init(reading db: any TableReader) throws {
    func number(_ sql: String) throws -> Int { try db.integer(sql) ?? 0 }
    files = try number("SELECT count(DISTINCT COALESCE(archive, path)) FROM source_file")
    sources = try number("SELECT count(*) FROM source")
    sourceBytes = try number("SELECT CAST(sum(byte_count) AS BIGINT) FROM source")
    reports = try number("SELECT count(*) FROM report")
    removedLines = try number("SELECT count(*) FROM removed_line")
    reportsWithoutYear = try number("SELECT count(*) FROM report WHERE year IS NULL")
    years =
      try db.fetchOne("SELECT min(year), max(year) FROM report") { row -> ClosedRange<Int>? in
        let bounds = StoredRow(row, of: "report")
        guard let first = try bounds[0] as Int?, let last = try bounds[1] as Int?, first <= last
        else { return nil }
        return first...last
      } ?? nil
    let attributes = try ParagraphAttributes(reading: db)
    paragraphs = attributes.paragraphCount
    characters = attributes.characterCount
  }
}
