import Corpus
import TextAnalysis

extension Match {
  /// Returns the spans of a paragraph that bigrams of a question cover, with overlapping ones
  /// merged. If the question has no bigrams, its characters are used.
  ///
  /// - Parameter year: The year of the paragraph's report.
  static func matches(
    of terms: QuestionTerms, in paragraph: IndexedParagraph, ofReport year: ReportYear
  ) -> [Match] {
    let text = FoldedText(paragraph.text)
    let wanted = terms.bigrams.isEmpty ? terms.characters : terms.bigrams
    let found = wanted.flatMap { text.occurrences(of: $0) }
      .sorted { $0.lowerBound < $1.lowerBound }
    var stretches: [FoundMatch] = []
    for range in found {
      let place = FoundMatch(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
      if let last = stretches.last, place.start < last.end {
        stretches[stretches.count - 1].end = max(last.end, place.end)
      } else {
        stretches.append(place)
      }
    }
    return matches(at: stretches[...], of: text, in: paragraph, ofReport: year)
  }
}
