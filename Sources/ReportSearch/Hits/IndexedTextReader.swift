import Corpus
import Foundation

/// Reads paragraphs and reports by id. Reports and headings are cached, because several paragraphs
/// share them.
struct IndexedTextReader {
  private let db: any IndexSnapshot
  private let paragraphs: ParagraphRows
  private var reports: [Int: IndexedReport] = [:]
  private var headings: [Int: (text: String, parent: Int?)] = [:]
  private var paragraphLimit: Int?

  /// Creates a reader for a snapshot of an index.
  ///
  /// - Parameter paragraphs: The ids that will be requested, in this order, if known.
  init(_ db: any IndexSnapshot, paragraphs: [UInt32] = []) {
    self.db = db
    self.paragraphs = ParagraphRows(
      db,
      columns: """
        report, number, kind, heading, line_number, CAST(text AS BLOB), page, section,
        CAST(years AS BLOB), region_code, region_name, region_basis, region_conflict
        """)
    expect(paragraphs: paragraphs)
  }

  /// Announces the paragraphs that will be requested next, in this order, so that they can be
  /// fetched together.
  func expect(paragraphs ids: [UInt32]) { paragraphs.expect(ids) }

  /// Returns a paragraph and the id of its report.
  ///
  /// - Throws: ``DamagedStorage`` if a row is missing or inconsistent.
  mutating func paragraph(_ id: Int) throws -> (paragraph: IndexedParagraph, report: Int) {
    let stored = StoredRow(
      try paragraphs.row(id) { rows in try prepare(for: rows) }, of: "paragraph", id)
    let reportID: Int = try stored[0]
    let number: Int = try stored[1]
    let report = try report(reportID)
    guard report.firstParagraph + number - 1 == id else { throw stored.damage(in: 1) }
    let paragraph = IndexedParagraph(
      identifier: Identifier.paragraph(report: report.identifier, number: number),
      number: number, kind: try stored[2], text: try stored.text(5),
      headingPath: try headingPath(to: stored[3], ofParagraph: id),
      region: try region(of: stored), section: try stored[7],
      years: try stored[8] as Data? == nil ? [] : YearSpanText.spans(of: stored.text(8)),
      lineNumber: try stored[4], page: try stored[6])
    return (paragraph, reportID)
  }

  /// Returns the identifier of a paragraph.
  mutating func identifier(ofParagraph id: Int) throws -> String {
    let row = try db.fetchRows(
      "SELECT report, number FROM paragraph WHERE id = ?", [.integer(id)]
    ).first
    guard let row else { throw DamagedStorage("paragraph \(id) is missing") }
    let stored = StoredRow(row, of: "paragraph", id)
    return Identifier.paragraph(
      report: try report(stored[0]).identifier, number: try stored[1])
  }

  /// Returns the role of a paragraph in its near-duplicate group; `nil` if it is in none.
  mutating func membership(of id: UInt32, in copies: CopyGroups) throws -> CopyMembership? {
    guard let group = copies.group(of: id) else { return nil }
    let members = copies.members(of: group)
    return CopyMembership(
      group: try identifier(ofParagraph: Int(members[0])), count: members.count,
      isFirst: members[0] == id)
  }

  /// Prefetches the reports and headings of paragraphs that were fetched together.
  private mutating func prepare(for rows: [any TableRow]) throws {
    let stored = rows.map { StoredRow($0, of: "paragraph") }
    try readReports(Set(stored.map { try $0[0] as Int }).subtracting(reports.keys))
    var wanted = Set(try stored.compactMap { try $0[3] as Int? }).subtracting(headings.keys)
    while !wanted.isEmpty {
      try readHeadings(wanted)
      wanted = Set(wanted.compactMap { headings[$0]?.parent }).subtracting(headings.keys)
    }
  }

  /// Returns a report.
  mutating func report(_ id: Int) throws -> IndexedReport {
    if reports[id] == nil { try readReports([id]) }
    guard let report = reports[id] else { throw DamagedStorage("report \(id) is missing") }
    return report
  }

  private mutating func readReports(_ ids: Set<Int>) throws {
    if ids.isEmpty { return }
    let wanted = Self.condition(ids)
    let rows = try db.fetchRows(
      """
      SELECT identifier, part, CAST(title AS BLOB), year, year_basis, publish_date,
        paragraph_count, source, first_paragraph, encoding, url, year_evidence,
        conflict_year, conflict_evidence, conflict_number, doc_type, issuer, issuer_basis,
        region_code, region_name, region_basis, region_evidence, region_candidates,
        indexed_at, report.id, incomplete
      FROM report JOIN source ON source.id = source WHERE report.id \(wanted.sql)
      """, wanted.arguments
    ).map { StoredRow($0, of: "report", $0.integer(24)) }
    if rows.isEmpty { return }
    let sources = Self.condition(Set(try rows.map { try $0[7] }))
    var paths: [Int: [String]] = [:]
    try db.fetchEach(
      "SELECT source, path FROM source_file WHERE source \(sources.sql) ORDER BY path",
      sources.arguments
    ) { row in
      let row = StoredRow(row, of: "source_file")
      paths[try row[0], default: []].append(try row[1])
    }
    for row in rows {
      let id: Int = try row[24]
      reports[id] = try report(id, from: row, paths: paths[try row[7]] ?? [])
    }
  }

  private mutating func report(
    _ id: Int, from stored: StoredRow, paths: [String]
  ) throws -> IndexedReport {
    let (first, count): (Int, Int) = (try stored[8], try stored[6])
    let next = try nextParagraph()
    guard count >= 0, first > 0, first <= next, count <= next - first else {
      throw stored.damage(in: 6)
    }
    return IndexedReport(
      identifier: try stored[0], part: try stored[1], title: try stored.text(2),
      year: ReportYear(year: try stored[3], basis: try stored[4], evidence: try stored[11]),
      publishDate: try stored[5], url: try stored[10],
      yearConflict: try (stored[12] as Int?).map {
        YearConflict(year: $0, evidence: try stored[13], paragraph: try stored[14] - 1)
      }, documentType: try stored[15],
      issuer: try (stored[16] as String?).map { Issuer(name: $0, basis: try stored[17]) },
      region: Region(
        code: try stored[18], name: try stored[19], basis: try stored[20],
        candidates: Self.divisions(try stored[22]), evidence: try stored[21]),
      paragraphCount: count, sourcePaths: paths, encoding: try stored[9],
      incompleteness: try Incompleteness.stored(stored[25]), indexedAt: try stored[23], id: id,
      source: try stored[7], firstParagraph: first)
  }

  /// Returns the report with an identifier; `nil` if there is none.
  mutating func report(identifiedBy identifier: String) throws -> IndexedReport? {
    try db.integer("SELECT id FROM report WHERE identifier = ?", [.text(identifier)])
      .map { try report($0) }
  }

  /// Returns the exclusive upper bound of paragraph ids.
  private mutating func nextParagraph() throws -> Int {
    let next = try paragraphLimit ?? Schema.number(.nextParagraph, in: db) ?? 1
    paragraphLimit = next
    return next
  }

  private func region(of row: StoredRow) throws -> Region? {
    try (row[11] as Region.Basis?).map { basis in
      Region(
        code: try row[9], name: try row[10], basis: basis,
        conflict: Self.divisions(try row[12] ?? ""))
    }
  }

  private static func divisions(_ codes: String) -> [Division] {
    codes.split(separator: ",").compactMap { Divisions.shared[String($0)] }
  }

  private mutating func headingPath(
    to heading: Int?, ofParagraph paragraph: Int
  ) throws -> [String] {
    var path: [String] = []
    var next = heading
    var last = paragraph
    while let id = next {
      // A heading precedes the paragraphs below it. The check keeps corruption from causing an
      // endless loop.
      guard id < last else { throw DamagedStorage("paragraph \(last): heading") }
      last = id
      if headings[id] == nil { try readHeadings([id]) }
      guard let heading = headings[id] else {
        throw DamagedStorage("paragraph \(id) is missing")
      }
      path.append(heading.text)
      next = heading.parent
    }
    return path.reversed()
  }

  private mutating func readHeadings(_ ids: Set<Int>) throws {
    let wanted = Self.condition(ids)
    try db.fetchEach(
      "SELECT id, CAST(text AS BLOB), heading FROM paragraph WHERE id \(wanted.sql)",
      wanted.arguments
    ) { row in
      let row = StoredRow(row, of: "paragraph", row.integer(0))
      headings[try row[0]] = (try row.text(1), try row[2])
    }
  }

  /// Returns an SQL condition that matches a set of ids. For a single id the SQL is always the
  /// same, so its statement can be cached.
  private static func condition(_ ids: Set<Int>) -> (sql: String, arguments: [StoredArgument]) {
    if ids.count == 1 { return ("= ?", ids.map { .integer($0) }) }
    return ("IN (\(ids.sorted().map(String.init).joined(separator: ",")))", [])
  }
}
