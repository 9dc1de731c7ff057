import Corpus

extension FilterParser {
  /// Parses years: `2011`, `2010..2015`, `2010..`, `=2011`.
  func years(_ text: String) throws(QueryParserError) -> YearFilter {
    if text.hasPrefix("=") { return try row(String(text.dropFirst())) }
    let (first, last) = try yearSpan(text)
    return YearFilter(first: first, last: last)
  }

  /// Parses the name of a row: `2011`, `2011–2015`, `2012/13`, `–2011`, `2012–`, `placeholder`.
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
    let (first, last) = try yearSpan(text)
    if let first, first == last { return YearFilter(row: "\(first)") }
    return YearFilter(
      row: "\(first.map(String.init) ?? "")–\(last.map(String.init) ?? "")")
  }

  private func yearSpan(_ text: String) throws(QueryParserError) -> (first: Int?, last: Int?) {
    let parts = Self.ends(of: text, separators: ["...", "..", "–", "—", "-"])
    let years = parts.map { $0.isEmpty ? Int?.none : Self.year($0) }
    guard parts.count == 2, parts.contains(where: { !$0.isEmpty }),
      zip(parts, years).allSatisfy({ part, year in part.isEmpty || year != nil })
    else { throw error(.invalidYear(value)) }
    if let first = years[0], let last = years[1], first > last {
      throw error(.reversedYears(value))
    }
    return (years[0], years[1])
  }

  /// Splits a span at its first known separator. Folding has turned … into three dots. Without a
  /// separator, both ends are the whole text.
  private static func ends(of text: String, separators: [String]) -> [Substring] {
    guard let separator = separators.first(where: { text.contains($0) }) else {
      return [text[...], text[...]]
    }
    return text.split(separator: separator, omittingEmptySubsequences: false)
  }

  private static func year(_ text: Substring) -> Int? {
    let digits = text.hasSuffix("年") ? text.dropLast() : text
    guard digits.utf8.count == 4 else { return nil }
    return Int(digits).flatMap { (1000...2999).contains($0) ? $0 : nil }
  }

  // MARK: Days

  /// Parses days: `2012`, `2012-01`, `2012年1月5日`, `2012-01..2012-06`, `2012-01..`.
  func days(_ text: String) throws(QueryParserError) -> DateFilter {
    let parts = Self.ends(of: text, separators: ["...", "..", "–", "—"])
    let days = parts.map { $0.isEmpty ? nil : Self.days(of: $0) }
    guard parts.count == 2, parts.contains(where: { !$0.isEmpty }),
      zip(parts, days).allSatisfy({ part, days in part.isEmpty || days != nil })
    else { throw error(.invalidDate(value)) }
    let (first, last) = (days[0]?.lowerBound, days[1]?.upperBound)
    if let first, let last, first > last { throw error(.reversedDates(value)) }
    return DateFilter(first: first, last: last)
  }

  /// Returns the days of a year, of a month, or a single day.
  private static func days(of text: Substring) -> ClosedRange<CalendarDate>? {
    var text = text
    if text.last == "日" || text.last == "月" || text.last == "年" { text.removeLast() }
    let parts = text.split(omittingEmptySubsequences: false) { "-年月".contains($0) }
    let isShort = parts.dropFirst().allSatisfy { (1...2).contains($0.utf8.count) }
    guard (1...3).contains(parts.count), isShort, let year = year(parts[0]) else { return nil }
    let numbers = parts.dropFirst().map { Int($0) ?? 0 }
    let months = numbers.isEmpty ? 1...12 : numbers[0]...numbers[0]
    let first = CalendarDate(
      year: year, month: months.lowerBound, day: numbers.count > 1 ? numbers[1] : 1)
    let last =
      numbers.count > 1
      ? first
      : (28...31).reversed().lazy.compactMap {
        CalendarDate(year: year, month: months.upperBound, day: $0)
      }.first
    guard let first, let last else { return nil }
    return first...last
  }
}
