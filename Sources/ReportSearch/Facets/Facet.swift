public import Corpus
import TextAnalysis

/// By what the matches of a query are counted, told apart and filtered.
///
/// The raw value is the name by which queries, addresses and answers know the facet; where there is a filter of a
/// facet in queries, it is the filter's.
public enum Facet: String, Hashable, Sendable, CaseIterable {
  /// The row of a table by years that each match falls into.
  case mentionYear = "year"
  /// The year that the report is about.
  case reportYear = "report-year"
  /// The region that the paragraph is about, as far down as it is known: a county, a city, a province.
  case region
  /// The city that the paragraph is about or that its region lies in; a province, where no more is known.
  /// Counties of 北京市 and its like count for it, those directly under a province for themselves.
  case city
  /// The province that the paragraph is about or that its region lies in.
  case province
  /// The kind of document.
  case documentType = "type"
  /// Who issued the report.
  case issuer
  /// What the paragraph's section is for.
  case section
  /// The first path of the report's source.
  case source

  /// Whether its values are years.
  public var isByYear: Bool { self == .mentionYear || self == .reportYear }

  /// The level of the divisions that are its values, the lowest one; `nil` if its values are no regions.
  public var level: Division.Level? {
    switch self {
    case .region: .county
    case .city: .prefecture
    case .province: .province
    case .mentionYear, .reportYear, .documentType, .issuer, .section, .source: nil
    }
  }

  /// Returns the filter that a value stands for; `nil` if no filter can say it.
  public func filter(of value: String) -> Filter? {
    switch self {
    case .mentionYear: .mentionYear(YearFilter(row: value))
    case .reportYear: .reportYear(YearFilter(row: value))
    case .region, .city, .province: value.isEmpty ? nil : .region(RegionFilter(value))
    case .issuer: value.isEmpty ? nil : .text(.issuer, FoldedText(value))
    case .documentType: value.isEmpty ? nil : .documentType(FoldedText(value))
    case .section: SectionKind(rawValue: value).map { .section($0) }
    case .source: nil
    }
  }
}

/// The matches that share a value of a facet.
///
/// The matches of all values add up to those of the query; with ``Facet/mentionYear`` a paragraph and a
/// report may count for several values.
public struct FacetCount: Hashable, Sendable {
  /// The value, as filters take it: `2011–2015`, `510500`, `工作总结`; empty where it is unknown.
  public let value: String
  /// The value as people read it: `泸州市`.
  public let label: String
  /// The number of literal matches.
  public internal(set) var matches = 0
  /// The number of loose matches.
  public internal(set) var looseMatches = 0
  /// The number of paragraphs that have such a match.
  public internal(set) var paragraphs = 0
  /// The number of reports that have such a match.
  public internal(set) var reports = 0
}

extension FacetCount {
  init(_ value: FacetValue, _ counts: MatchCounts) {
    self.init(
      value: value.value, label: value.label, matches: counts.matches,
      looseMatches: counts.looseMatches, paragraphs: counts.paragraphs, reports: counts.reports)
  }
}
