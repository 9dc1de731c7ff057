import Corpus

extension YearSpan {
  /// The years of a place of which nothing is known but what its report is about.
  init(ofReport year: ReportYear) {
    self.init(
      range: 0..<0,
      years: year.year.map { MentionedYears(from: $0, to: $0, row: "\($0)") } ?? .undated,
      kind: year.year == nil ? .none : .fact, basis: year.year == nil ? .undated : .report)
  }
}

extension IndexedParagraph {
  /// The years that a place of the paragraph speaks of.
  ///
  /// - Parameter report: What the report is about, for a paragraph that does not say more.
  func years(atCharacter place: Int, ofReport year: ReportYear) -> YearSpan {
    years.last { $0.range.lowerBound <= place } ?? YearSpan(ofReport: year)
  }
}
