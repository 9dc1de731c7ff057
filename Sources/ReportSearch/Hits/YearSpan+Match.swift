import Corpus

extension IndexedParagraph {
  /// Returns the years attributed to a character of the paragraph.
  ///
  /// - Parameters:
  ///   - place: The offset in Unicode scalars.
  ///   - year: The year of the report, which applies where the paragraph has no years of its own.
  func years(atCharacter place: Int, ofReport year: ReportYear) -> YearSpan {
    years.last { $0.range.lowerBound <= place } ?? YearSpan(ofReport: year)
  }
}
