import Corpus
import ReportSearch

/// A hit, or one match of it, that a row is about.
struct HitRow {
  let hit: Hit
  let match: Match?
  /// The query as the user typed it.
  var query = ""
  /// The number of characters on both sides of the match to show.
  var context = 0
}

/// A column of hit lists, and a field of the JSON that answers a search: each is defined here, once.
struct HitColumn: Sendable {
  /// Where a column stands.
  enum Scope: Sendable {
    /// In every hit list.
    case list
    /// In hit lists with a row for each paragraph.
    case paragraphList
    /// In hit lists with a row for each match.
    case matchList
    /// In hit lists with a row for each match, and in the matches of a search's answer.
    case match
    /// In the matches of a search's answer.
    case matchAnswer
    /// In every hit list and in the hits of a search's answer.
    case hit
  }

  /// The name: lower-case ASCII letters and underscores, 32 at most.
  let name: String
  let scope: Scope
  let value: @Sendable (HitRow) -> Cell

  private init(_ name: String, _ scope: Scope, _ value: @escaping @Sendable (HitRow) -> Cell) {
    (self.name, self.scope, self.value) = (name, scope, value)
  }

  /// All columns, in their order.
  static let all: [HitColumn] = [
    HitColumn("hit_id", .match) { row in
      .text(
        row.match.map {
          Identifier.match(
            paragraph: row.hit.paragraph.identifier, foldedRange: $0.foldedRange)
        })
    },
    HitColumn("query", .list) { .text($0.query) },
    HitColumn("matches", .paragraphList) { row in
      .integer(row.hit.matches.count { $0.kind == .literal })
    },
    HitColumn("left", .matchList) { $0.text { max(0, $0.lowerBound - $1)..<$0.lowerBound } },
    HitColumn("match", .matchList) { $0.text { range, _ in range } },
    HitColumn("right", .matchList) { $0.text { $0.upperBound..<$0.upperBound + $1 } },
    HitColumn("match_kind", .match) { .text($0.match?.kind.rawValue) },
    HitColumn("paragraph", .hit) { .text($0.hit.paragraph.text) },
    HitColumn("paragraph_id", .hit) { .text($0.hit.paragraph.identifier) },
    HitColumn("paragraph_number", .hit) { .integer($0.hit.paragraph.number) },
    HitColumn("page", .hit) { .integer($0.hit.paragraph.page) },
    HitColumn("heading_path", .hit) { .path($0.hit.paragraph.headingPath) },
    HitColumn("section_kind", .hit) { .text($0.hit.paragraph.section.rawValue) },
    HitColumn("paragraph_kind", .hit) { .text($0.hit.paragraph.kind.rawValue) },
    HitColumn("report_id", .hit) { .text($0.hit.report.identifier) },
    HitColumn("title", .hit) { .text($0.hit.report.title) },
    HitColumn("doc_type", .hit) { .text($0.hit.report.documentType.rawValue) },
    HitColumn("issuer", .hit) { .text($0.hit.report.issuer?.name) },
    HitColumn("region_code", .hit) { .text($0.hit.region.code) },
    HitColumn("region_name", .hit) { .text($0.hit.region.name) },
    HitColumn("region_basis", .hit) { .text($0.hit.region.basis.rawValue) },
    HitColumn("report_year", .hit) { .integer($0.hit.report.year.year) },
    HitColumn("report_year_basis", .hit) { .text($0.hit.report.year.basis.rawValue) },
    HitColumn("report_year_conflict", .hit) { .boolean($0.hit.report.yearConflict != nil) },
    HitColumn("publish_date", .hit) { .text($0.hit.report.publishDate) },
    HitColumn("mention_year_row", .match) { .text($0.match?.year.years.row) },
    HitColumn("mention_year_from", .match) { .integer($0.match?.year.years.from) },
    HitColumn("mention_year_to", .match) { .integer($0.match?.year.years.to) },
    HitColumn("mention_kind", .match) { .text($0.match?.year.kind.rawValue) },
    HitColumn("year_basis", .match) { .text($0.match?.year.basis.rawValue) },
    HitColumn("year_evidence", .match) {
      .text(($0.match?.year.evidence).flatMap { $0.isEmpty ? nil : $0 })
    },
    HitColumn("evidence_from", .matchAnswer) {
      .integer($0.match?.year.evidenceRange?.lowerBound)
    },
    HitColumn("evidence_to", .matchAnswer) {
      .integer($0.match?.year.evidenceRange?.upperBound)
    },
    HitColumn("score", .hit) { .number($0.hit.score) },
    HitColumn("rank", .hit) { .integer($0.hit.rank) },
    HitColumn("dup_group", .hit) { .text($0.hit.copies?.group) },
    HitColumn("dup_count", .hit) { .integer($0.hit.copies?.count ?? 1) },
    HitColumn("source_path", .hit) { .text($0.hit.report.sourcePaths.first) },
    HitColumn("source_url", .hit) { .text($0.hit.report.url) },
    HitColumn("source_part", .hit) { .integer($0.hit.report.part) },
    HitColumn("char_from", .match) { .integer($0.match?.characterRange.lowerBound) },
    HitColumn("char_to", .match) { .integer($0.match?.characterRange.upperBound) },
  ]

  /// The columns of a hit list.
  static func list(of row: HitListOptions.Row) -> [HitColumn] {
    all.filter {
      switch $0.scope {
      case .list, .hit: true
      case .match, .matchList: row == .match
      case .paragraphList: row == .paragraph
      case .matchAnswer: false
      }
    }
  }

  /// The fields of a hit in a search's answer.
  static let ofHit = all.filter { $0.scope == .hit }
  /// The fields of a match in a search's answer.
  static let ofMatch = all.filter { $0.scope == .match || $0.scope == .matchAnswer }
}

extension HitRow {
  /// The row as a record of some columns.
  func record(_ columns: [HitColumn]) -> Record {
    Record(columns.map { ($0.name, $0.value(self)) })
  }

  /// Characters of the paragraph beside or in the match, line ends as spaces.
  fileprivate func text(_ choose: (Range<Int>, Int) -> Range<Int>) -> Cell {
    guard let match else { return .null }
    let scalars = hit.paragraph.text.unicodeScalars
    let range = choose(match.characterRange, context)
    var text = String.UnicodeScalarView()
    for scalar in scalars.dropFirst(range.lowerBound).prefix(range.count) {
      text.append(("\u{A}"..."\u{D}").contains(scalar) ? " " : scalar)
    }
    return .text(String(text))
  }
}
