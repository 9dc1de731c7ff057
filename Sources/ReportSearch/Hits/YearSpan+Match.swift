import Corpus

extension IndexedParagraph {
  /// The years that a place of the paragraph speaks of.
  ///
  /// - Parameter report: What the report is about, for a paragraph that does not say more.
  func years(atCharacter place: Int, ofReport year: ReportYear) -> YearSpan {
    years.last { $0.range.lowerBound <= place } ?? YearSpan(ofReport: year)
  }
}
