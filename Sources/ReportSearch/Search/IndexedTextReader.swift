import Corpus
import Foundation

/// Reads paragraphs and reports by their ids, and remembers those that come again: headings and
/// reports.
struct IndexedTextReader {
  private let db: any IndexSnapshot
  private let paragraphs: ParagraphRows
  private var reports: [Int: IndexedReport] = [:]
  private var headings: [Int: (text: String, parent: Int?)] = [:]

  /// Reads from a state of an index.
  ///
  /// - Parameter paragraphs: Those that will be asked for, in this order, if it is known.
  init(_ db: any IndexSnapshot, paragraphs: [UInt32] = []) {
    self.db = db
    self.paragraphs = ParagraphRows(
      db,
      columns: """
        report, number, kind, heading, line_number, CAST(text AS BLOB), page, section,
        CAST(years AS BLOB), region_code, region_name, region_basis, region_conflict
        """)
    self.paragraphs.expect(paragraphs)
  }

  /// Returns a paragraph and the id of its report.
  mutating func paragraph(_ id: Int) throws -> (paragraph: IndexedParagraph, report: Int) {
    let row = try paragraphs.row(id)
    let reportID: Int = row[0]
    let number: Int = row[1]
    let paragraph = IndexedParagraph(
      identifier: Identifier.paragraph(report: try report(reportID).identifier, number: number),
      number: number, kind: Paragraph.Kind(rawValue: row[2])!,
      text: String(decoding: row[5] as Data, as: UTF8.self),
      headingPath: try headingPath(to: row[3]),
      region: (row[11] as String?).flatMap { Region.Basis(rawValue: $0) }.map { basis in
        Region(
          code: row[9], name: row[10], basis: basis, conflict: Self.divisions(row[12] ?? ""))
      }, section: SectionKind(rawValue: row[7])!,
      years: (row[8] as Data?).map { YearSpanText.spans(of: String(decoding: $0, as: UTF8.self)) }
        ?? [], lineNumber: row[4], page: row[6])
    return (paragraph, reportID)
  }

  /// Returns the name of a paragraph.
  mutating func identifier(ofParagraph id: Int) throws -> String {
    let row = try db.fetchRows(
      "SELECT report, number FROM paragraph WHERE id = ?", [.integer(id)]
    ).first
    guard let row else { throw DamagedStorage(message: "paragraph \(id) is missing") }
    return Identifier.paragraph(report: try report(row[0]).identifier, number: row[1])
  }

  /// Returns what a paragraph is among its copies.
  mutating func membership(of id: UInt32, in copies: CopyGroups) throws -> CopyMembership? {
    guard let group = copies.group(of: id) else { return nil }
    let members = copies.members(of: group)
    return CopyMembership(
      group: try identifier(ofParagraph: Int(members[0])), count: members.count,
      isFirst: members[0] == id)
  }

  /// Returns a report.
  mutating func report(_ id: Int) throws -> IndexedReport {
    if let known = reports[id] { return known }
    let row = try db.fetchRows(
      """
      SELECT identifier, part, CAST(title AS BLOB), year, year_basis, publish_date,
        paragraph_count, source, first_paragraph, encoding, url, year_evidence,
        conflict_year, conflict_evidence, conflict_number, doc_type, issuer, issuer_basis,
        region_code, region_name, region_basis, region_evidence, region_candidates,
        indexed_at
      FROM report JOIN source ON source.id = source WHERE report.id = ?
      """, [.integer(id)]
    ).first
    guard let row else { throw DamagedStorage(message: "report \(id) is missing") }
    let paths: [String] = try db.fetchAll(
      "SELECT path FROM source_file WHERE source = ? ORDER BY path", [.integer(row[7])]
    ) { $0[0] }
    let report = IndexedReport(
      identifier: row[0], part: row[1], title: String(decoding: row[2] as Data, as: UTF8.self),
      year: ReportYear(
        year: row[3], basis: ReportYear.Basis(rawValue: row[4])!, evidence: row[11]),
      publishDate: row[5], url: row[10],
      yearConflict: (row[12] as Int?).map {
        YearConflict(year: $0, evidence: row[13], paragraph: (row[14] as Int) - 1)
      }, documentType: DocumentType(rawValue: row[15])!,
      issuer: (row[16] as String?).map {
        Issuer(name: $0, basis: Issuer.Basis(rawValue: row[17])!)
      },
      region: Region(
        code: row[18], name: row[19], basis: Region.Basis(rawValue: row[20])!,
        candidates: Self.divisions(row[22]), evidence: row[21]),
      paragraphCount: row[6],
      sourcePaths: paths, encoding: row[9], indexedAt: row[23], id: id,
      source: row[7], firstParagraph: row[8])
    reports[id] = report
    return report
  }

  private static func divisions(_ codes: String) -> [Division] {
    codes.split(separator: ",").compactMap { Divisions.shared[String($0)] }
  }

  private mutating func headingPath(to heading: Int?) throws -> [String] {
    var path: [String] = []
    var next = heading
    while let id = next {
      if headings[id] == nil {
        let row = try db.fetchRows(
          "SELECT CAST(text AS BLOB), heading FROM paragraph WHERE id = ?", [.integer(id)]
        ).first
        guard let row else { break }
        headings[id] = (String(decoding: row[0] as Data, as: UTF8.self), row[1])
      }
      path.append(headings[id]!.text)
      next = headings[id]!.parent
    }
    return path.reversed()
  }
}
