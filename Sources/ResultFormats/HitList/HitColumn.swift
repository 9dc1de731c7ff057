import Corpus
import ReportSearch

/// A row of a hit list: a hit, or one of its matches.
struct HitRow {
  let hit: Hit
  let match: Match?
  /// The name of the query in the table.
  var query = ""
  /// The number of characters to show on each side of the match.
  var context = 0
}

/// A column of hit lists, which is also a field of a search's JSON. Each column is defined only
/// here.
struct HitColumn: Sendable {
  /// The formats that contain a column.
  enum Scope: Sendable {
    /// Every hit list.
    case list
    /// Hit lists with one row for each paragraph.
    case paragraphList
    /// Hit lists with one row for each match.
    case matchList
    /// Hit lists with one row for each match, and the matches in a search's JSON.
    case match
    /// The matches in a search's JSON.
    case matchAnswer
    /// Every hit list, and the hits in a search's JSON.
    case hit
  }

  /// The name: lowercase ASCII letters and underscores, at most 32 of them.
  let name: String
  /// The description in Chinese, for programs that show column labels: at most 80 characters.
  let label: String
  let scope: Scope
  let value: @Sendable (HitRow) -> Cell

  private init(
    _ name: String, _ label: String, _ scope: Scope, _ value: @escaping @Sendable (HitRow) -> Cell
  ) {
    (self.name, self.label, self.scope, self.value) = (name, label, scope, value)
  }

  /// All columns in their order.
  static let all: [HitColumn] = [
    HitColumn("hit_id", "匹配的编号", .match) { row in
      .text(
        row.match.map {
          Identifier.match(
            paragraph: row.hit.paragraph.identifier, foldedRange: $0.foldedRange)
        })
    },
    HitColumn("query", "检索式或其名称", .list) { .text($0.query) },
    HitColumn("matches", "逐字匹配的处数", .paragraphList) { row in
      .integer(row.hit.matches.count { $0.kind == .literal })
    },
    HitColumn("left", "前文", .matchList) { $0.text { max(0, $0.lowerBound - $1)..<$0.lowerBound } },
    HitColumn("match", "匹配的原文", .matchList) { $0.text { range, _ in range } },
    HitColumn("right", "后文", .matchList) { $0.text { $0.upperBound..<$0.upperBound + $1 } },
    HitColumn("match_kind", "literal 逐字匹配，loose 中间有标点", .match) { .text($0.match?.kind.rawValue) },
    HitColumn("paragraph", "段落全文", .hit) { .text($0.hit.paragraph.text) },
    HitColumn("paragraph_id", "段落的编号", .hit) { .text($0.hit.paragraph.identifier) },
    HitColumn("paragraph_number", "报告中的第几段", .hit) { .integer($0.hit.paragraph.number) },
    HitColumn("page", "页码", .hit) { .integer($0.hit.paragraph.page) },
    HitColumn("heading_path", "上级标题", .hit) { .path($0.hit.paragraph.headingPath) },
    HitColumn("section_kind", "所在部分：回顾、计划、问题、经验、其他", .hit) {
      .text($0.hit.paragraph.section.rawValue)
    },
    HitColumn("paragraph_kind", "段落的种类", .hit) { .text($0.hit.paragraph.kind.rawValue) },
    HitColumn("report_id", "报告的编号", .hit) { .text($0.hit.report.identifier) },
    HitColumn("title", "报告题名", .hit) { .text($0.hit.report.title) },
    HitColumn("doc_type", "文种", .hit) { .text($0.hit.report.documentType.rawValue) },
    HitColumn("issuer", "发文机关", .hit) { .text($0.hit.report.issuer?.name) },
    HitColumn("region_code", "地区代码（GB/T 2260）", .hit) { .text($0.hit.region.code) },
    HitColumn("region_name", "地区", .hit) { .text($0.hit.region.name) },
    HitColumn("region_basis", "地区的依据", .hit) { .text($0.hit.region.basis.rawValue) },
    HitColumn("report_year", "报告年份", .hit) { .integer($0.hit.report.year.year) },
    HitColumn("report_year_basis", "报告年份的依据", .hit) { .text($0.hit.report.year.basis.rawValue) },
    HitColumn("report_year_conflict", "题名的年份与正文是否不一致", .hit) {
      .boolean($0.hit.report.yearConflict != nil)
    },
    HitColumn("publish_date", "发布日期", .hit) { .text($0.hit.report.publishDate) },
    HitColumn("mention_year_row", "所述年份", .match) { .text($0.match?.year.years.row) },
    HitColumn("mention_year_from", "所述年份：起", .match) { .integer($0.match?.year.years.from) },
    HitColumn("mention_year_to", "所述年份：止", .match) { .integer($0.match?.year.years.to) },
    HitColumn("mention_kind", "fact 事实，target 目标，placeholder 年份已隐去，none 无", .match) {
      .text($0.match?.year.kind.rawValue)
    },
    HitColumn("year_basis", "所述年份的依据", .match) { .text($0.match?.year.basis.rawValue) },
    HitColumn("year_evidence", "表明年份的原文", .match) {
      .text(($0.match?.year.evidence).flatMap { $0.isEmpty ? nil : $0 })
    },
    HitColumn("evidence_from", "年份原文的起点（字符）", .matchAnswer) {
      .integer($0.match?.year.evidenceRange?.lowerBound)
    },
    HitColumn("evidence_to", "年份原文的终点（字符，不含）", .matchAnswer) {
      .integer($0.match?.year.evidenceRange?.upperBound)
    },
    HitColumn("score", "得分", .hit) { .number($0.hit.score) },
    HitColumn("rank", "名次", .hit) { .integer($0.hit.rank) },
    HitColumn("dup_group", "雷同组：首见段落的编号", .hit) { .text($0.hit.copies?.group) },
    HitColumn("dup_count", "雷同组的段数，无雷同则为 1", .hit) { .integer($0.hit.copies?.count ?? 1) },
    HitColumn("source_path", "文件", .hit) { .text($0.hit.report.sourcePaths.first) },
    HitColumn("source_url", "网址", .hit) { .text($0.hit.report.url) },
    HitColumn("source_part", "文件中的第几份", .hit) { .integer($0.hit.report.part) },
    HitColumn("char_from", "匹配的起点（字符）", .match) { .integer($0.match?.characterRange.lowerBound) },
    HitColumn("char_to", "匹配的终点（字符，不含）", .match) { .integer($0.match?.characterRange.upperBound) },
    HitColumn("incomplete", "源文件的文字是否可能不全", .hit) {
      .boolean(!$0.hit.report.incompleteness.isEmpty)
    },
  ]

  /// Returns the columns of a hit list.
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

  /// The fields of a hit in a search's JSON.
  static let ofHit = all.filter { $0.scope == .hit }
  /// The fields of a match in a search's JSON.
  static let ofMatch = all.filter { $0.scope == .match || $0.scope == .matchAnswer }
}

extension Match {
  /// The field `parts` of a match with a gap, which no other match has.
  var partsField: [(String, Cell)] { parts.isEmpty ? [] : [("parts", .ranges(parts))] }
}

extension HitRow {
  /// Returns the row as a record of the given columns.
  func record(_ columns: [HitColumn]) -> Record {
    Record(columns.map { ($0.name, $0.value(self)) })
  }

  /// Returns a part of the paragraph in or next to the match, with line ends as spaces.
  ///
  /// - Parameter choose: Returns a range of scalar offsets, given the range of the match and the
  ///   length of the context. The range may extend past the end of the paragraph.
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
