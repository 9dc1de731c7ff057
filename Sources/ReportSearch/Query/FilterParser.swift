import Corpus
import TextAnalysis

/// Reads filters: a name that is known, a colon, a value.
struct FilterParser {
  /// The names of the filters, by which they are known in queries.
  enum Field: String, CaseIterable {
    case year
    case reportYear = "report-year"
    case region
    case type
    case section
    case title
    case heading
    case issuer
    case path
    case report

    /// Takes a field by its name. Few have one in Chinese: `单位：某县教育局` is pasted text, and stays it.
    init?(name: String) {
      switch name {
      case "年份": self = .year
      case "报告年份": self = .reportYear
      case "地区": self = .region
      default: self.init(rawValue: name)
      }
    }
  }

  /// The field, the value and where they stand in the query.
  let field: Field
  let value: String
  let characterRange: Range<Int>

  /// Returns the filter.
  func filter() throws(QueryParserError) -> Filter {
    let folded = FoldedText(value)
    guard !folded.isEmpty else { throw error(.missingValue(field: field.rawValue)) }
    switch field {
    case .year: return .mentionYear(try years())
    case .reportYear: return .reportYear(try years())
    case .region: return .region(RegionFilter(value))
    case .type: return .documentType(folded)
    case .section:
      guard let section = Self.section(folded.string) else { throw error(.invalidSection(value)) }
      return .section(section)
    case .title: return .text(.title, folded)
    case .heading: return .text(.heading, folded)
    case .issuer: return .text(.issuer, folded)
    case .path: return .text(.path, folded)
    case .report: return .text(.report, folded)
    }
  }

  private func error(_ kind: QueryParserError.Kind) -> QueryParserError {
    QueryParserError(kind, at: characterRange)
  }

  private static func section(_ name: String) -> SectionKind? {
    switch name {
    case "回顾", "总结", "review": .review
    case "计划", "打算", "plan": .plan
    case "问题", "problem": .problem
    case "经验", "experience": .experience
    case "其他", "other": .other
    default: nil
    }
  }

  // MARK: Years

  private func years() throws(QueryParserError) -> YearFilter {
    var text = FoldedText(value).string
    if text.hasPrefix("=") {
      text.removeFirst()
      return try row(text)
    }
    let (first, last) = try span(text)
    return YearFilter(first: first, last: last)
  }

  /// Reads the name of a row: `2011`, `2011–2015`, `2012/13`, `–2011`, `2012–`, `placeholder`.
  private func row(_ text: String) throws(QueryParserError) -> YearFilter {
    switch text {
    case "undated", "不详": return YearFilter(row: "undated")
    case "placeholder", "隐去": return YearFilter(row: "placeholder")
    default: break
    }
    let school = text.split(separator: "/", omittingEmptySubsequences: false)
    if school.count == 2, let year = Self.year(school[0]), let next = Int(school[1]),
      school[1].utf8.count == 2, next == (year + 1) % 100
    {
      return YearFilter(row: text)
    }
    let (first, last) = try span(text)
    if let first, first == last { return YearFilter(row: "\(first)") }
    return YearFilter(
      row: "\(first.map(String.init) ?? "")–\(last.map(String.init) ?? "")")
  }

  private func span(_ text: String) throws(QueryParserError) -> (first: Int?, last: Int?) {
    let separator = ["..", "–", "—", "…"].first { text.contains($0) }
    let ends = separator.map { text.split(separator: $0, omittingEmptySubsequences: false) }
    let parts = ends ?? [text[...], text[...]]
    let years = parts.map { $0.isEmpty ? Int?.none : Self.year($0) }
    guard parts.count == 2, parts.contains(where: { !$0.isEmpty }),
      zip(parts, years).allSatisfy({ part, year in part.isEmpty || year != nil })
    else { throw error(.invalidYear(value)) }
    if let first = years[0], let last = years[1], first > last {
      throw error(.reversedYears(value))
    }
    return (years[0], years[1])
  }

  private static func year(_ text: Substring) -> Int? {
    let digits = text.hasSuffix("年") ? text.dropLast() : text
    return Int(digits).flatMap { (1000...2999).contains($0) ? $0 : nil }
  }
}
