/// By what the matches of a query are counted.
public enum Facet: String, Hashable, Sendable, CaseIterable {
  /// The row of a table by years that each match falls into.
  case mentionYear
  /// The year that the report is about.
  case reportYear
  /// The region that the paragraph is about, as far down as it is known: a county, a city, a province.
  case region
  /// The city that the paragraph is about or that its region lies in; a province, where no more is known.
  /// Counties of 北京市 and its like count for it, those directly under a province for themselves.
  case city
  /// The province that the paragraph is about or that its region lies in.
  case province
  /// The kind of document.
  case documentType
  /// Who issued the report.
  case issuer
  /// What the paragraph's section is for.
  case section
  /// The first path of the report's source.
  case source
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
