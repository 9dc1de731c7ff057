import Corpus
import TextAnalysis

extension Match {
  /// Returns matches with their places in the original text and the years that they speak of.
  ///
  /// - Parameters:
  ///   - found: The matches; `nil` if only their numbers were needed, and they are those of literals.
  ///   - year: What the paragraph's report is about.
  static func matches(
    _ found: ArraySlice<FoundMatch>?, of terms: [Term], in paragraph: IndexedParagraph,
    ofReport year: ReportYear
  ) -> [Match] {
    let text = paragraph.text
    let folded = FoldedText(text)
    var counter = CharacterCounter(text)
    let places = found ?? literalMatches(of: terms, in: folded)[...]
    return places.map { place in
      let range = Int(place.start)..<Int(place.end)
      let utf8Range = folded.originalUTF8Range(ofCharacters: range)
      // In the order of the text: the counter goes on from the last place.
      let start = counter.characters(before: utf8Range.lowerBound)
      let first = folded.originalUTF8Range(ofCharacters: range.lowerBound..<range.lowerBound + 1)
      let firstPlace = counter.characters(before: first.lowerBound)
      let end = counter.characters(before: utf8Range.upperBound)
      return Match(
        characterRange: start..<end, foldedRange: range,
        kind: place.isLoose ? .loose : .literal,
        year: paragraph.years(
          atCharacter: firstPlace, ofReport: year))
    }
  }

  private static func literalMatches(of terms: [Term], in text: FoldedText) -> [FoundMatch] {
    var found: [FoundMatch] = []
    for case .literal(let literal) in terms {
      for range in text.occurrences(of: literal.folded) {
        found.append(FoundMatch(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
      }
    }
    return found.sorted(by: FoundMatch.isEarlier)
  }
}
