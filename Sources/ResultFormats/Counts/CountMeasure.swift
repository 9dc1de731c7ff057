package import ReportSearch

/// A measure: the number that is shown for a cell of counts.
package enum CountMeasure: String, Sendable, CaseIterable {
  /// The number of literal matches.
  case matches
  /// The number of paragraphs with a match.
  case paragraphs
  /// The number of reports with a match.
  case reports
  /// The number of literal matches per 100,000 folded characters.
  case per100000Characters = "per-100k"
  /// The share of reports that have a match.
  case shareOfReports = "share"

  /// Returns the number for a cell; `nil` if there are no texts, which is not the same as zero.
  package func value(of cell: CountTable.Cell) -> Double? {
    if cell.isMissing { return nil }
    return switch self {
    case .matches: Double(cell.found.matches)
    case .paragraphs: Double(cell.found.paragraphs)
    case .reports: Double(cell.found.reports)
    case .per100000Characters: cell.matchesPer100000Characters
    case .shareOfReports: cell.shareOfReports
    }
  }

  /// Returns the number for a cell as text for people; `—` if there are no texts.
  func text(of cell: CountTable.Cell) -> String {
    guard let value = value(of: cell) else { return "—" }
    return switch self {
    case .matches, .paragraphs, .reports: "\(Int(value))"
    case .per100000Characters: AxisTicks.text(of: value, decimals: 1)
    case .shareOfReports: AxisTicks.text(of: value * 100, decimals: 0) + "%"
    }
  }

  /// Returns the name of the measure.
  package func label(in language: Language) -> String {
    switch self {
    case .matches: language.choose("处", "matches")
    case .paragraphs: language.choose("段", "paragraphs")
    case .reports: language.choose("报告", "reports")
    case .per100000Characters: language.choose("每十万字处数", "matches per 100,000 characters")
    case .shareOfReports: language.choose("提及的报告所占比例", "share of reports with a match")
    }
  }

  /// Returns the title of a chart by year.
  func title(in language: Language) -> String {
    switch self {
    case .matches: language.choose("各年的处数", "matches by year")
    case .paragraphs: language.choose("各年的段数", "paragraphs by year")
    case .reports: language.choose("各年提及的报告数", "reports with a match, by year")
    case .per100000Characters:
      language.choose("各年每十万字的处数", "matches per 100,000 characters, by year")
    case .shareOfReports:
      language.choose("各年提及的报告所占比例", "share of reports with a match, by year")
    }
  }

  /// The columns of a table: the counts, then the same counts without near-duplicates.
  static let names = counts + counts.map { $0 + "_without_copies" }

  private static let counts = [
    "matches", "loose", "paragraphs", "reports", "reports_total", "chars_total", "per_100k_chars",
    "share_of_reports",
  ]

  /// Returns the cells in these columns. Counts and ratios are empty if there are no texts.
  static func cells(of cell: CountTable.Cell) -> [Cell] {
    numbers(of: cell) + numbers(of: cell.withoutCopies)
  }

  private static func numbers(of cell: CountTable.Cell) -> [Cell] {
    func rounded(_ number: Double?) -> Cell {
      number.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null
    }
    let (found, texts) = (cell.found, cell.texts)
    let counts = [found.matches, found.looseMatches, found.paragraphs, found.reports]
    return counts.map { cell.isMissing ? .null : .integer($0) }
      + [
        .integer(texts.reports), .integer(texts.characters),
        rounded(cell.matchesPer100000Characters), rounded(cell.shareOfReports),
      ]
  }
}
