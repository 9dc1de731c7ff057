public import Corpus
import TextAnalysis

/// A property by which the matches of a query are counted, grouped and filtered.
///
/// The raw value is the facet's name in queries, URLs and output. If queries have a filter for the
/// facet, the filter has the same name.
public enum Facet: String, Hashable, Sendable, CaseIterable {
  /// The row of a table by years that each match belongs to.
  case mentionYear = "year"
  /// The year that the report covers.
  case reportYear = "report-year"
  /// The region of the paragraph at the lowest known level: a county, a city or a province.
  case region
  /// The city of the paragraph or the one that contains its region; a province if no more is known.
  /// Counties of 北京市 and the other municipalities count for the municipality, and counties directly
  /// under a province for themselves.
  case city
  /// The province of the paragraph or the one that contains its region.
  case province
  /// The document type.
  case documentType = "type"
  /// The issuer of the report.
  case issuer
  /// The kind of the paragraph's section.
  case section
  /// The first path of the report's source.
  case source

  /// True if the values are years.
  public var isByYear: Bool { self == .mentionYear || self == .reportYear }

  /// The lowest level of the divisions that are the values; `nil` if the values are not regions.
  public var level: Division.Level? {
    switch self {
    case .region: .county
    case .city: .prefecture
    case .province: .province
    case .mentionYear, .reportYear, .documentType, .issuer, .section, .source: nil
    }
  }

  /// Returns the filter for a value; `nil` if no filter can express it.
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

/// The counts for one value of a facet.
///
/// The match counts of all values add up to that of the query. With ``Facet/mentionYear``, a
/// paragraph or report can count for several values.
public struct FacetCount: Hashable, Sendable {
  /// The value in the syntax of filters: `2011–2015`, `510500`, `工作总结`; empty if unknown.
  public let value: String
  /// The value as displayed: `泸州市`.
  public let label: String
  /// The number of literal matches.
  public internal(set) var matches = 0
  /// The number of loose matches.
  public internal(set) var looseMatches = 0
  /// The number of paragraphs with such a match.
  public internal(set) var paragraphs = 0
  /// The number of reports with such a match.
  public internal(set) var reports = 0
}

extension FacetCount {
  init(_ value: FacetValue, _ counts: MatchCounts) {
    self.init(
      value: value.value, label: value.label, matches: counts.matches,
      looseMatches: counts.looseMatches, paragraphs: counts.paragraphs, reports: counts.reports)
  }
}
