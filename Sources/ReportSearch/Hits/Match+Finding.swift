import Corpus
import TextAnalysis

extension Match {
  /// Returns matches with their ranges in the original text and the years attributed to them.
  ///
  /// - Parameters:
  ///   - found: The matches; `nil` if only counts were needed, in which case all terms are
  ///     literals.
  ///   - year: The year of the paragraph's report.
  /// - Returns: `nil` if the text does not contain the matches at these positions.
  static func matches(
    _ found: ArraySlice<FoundMatch>?, of terms: [Term], in paragraph: IndexedParagraph,
    ofReport year: ReportYear
  ) -> [Match]? {
    let folded = FoldedText(paragraph.text)
    let places = found ?? literalMatches(of: terms, in: folded)[...]
    guard places.allSatisfy({ isPlace($0, of: terms, in: folded) }) else { return nil }
    return matches(at: places, of: folded, in: paragraph, ofReport: year, terms: terms)
  }

  /// Returns matches with their ranges in the original text and the years attributed to them.
  ///
  /// - Parameters:
  ///   - places: The matches in order. Their ranges must be valid in `folded`.
  ///   - folded: The folded text of the paragraph.
  ///   - year: The year of the paragraph's report.
  static func matches(
    at places: ArraySlice<FoundMatch>, of folded: FoldedText, in paragraph: IndexedParagraph,
    ofReport year: ReportYear, terms: [Term] = []
  ) -> [Match] {
    var counter = CharacterCounter(paragraph.text)
    var parts = MatchParts(terms, folded, paragraph.text)
    return places.map { place in
      let range = Int(place.start)..<Int(place.end)
      let utf8Range = folded.originalUTF8Range(ofCharacters: range)
      // The offsets ascend, because the counter continues from its last position.
      let start = counter.characters(before: utf8Range.lowerBound)
      let first = folded.originalUTF8Range(ofCharacters: range.lowerBound..<range.lowerBound + 1)
      let firstPlace = counter.characters(before: first.lowerBound)
      let end = counter.characters(before: utf8Range.upperBound)
      return Match(
        characterRange: start..<end, foldedRange: range, parts: parts.parts(of: range),
        kind: place.isLoose ? .loose : .literal,
        year: paragraph.years(
          atCharacter: firstPlace, ofReport: year))
    }
  }

  /// Returns `true` if a text contains a range. A literal match must also begin and end with one of
  /// the terms if all of them are literals.
  private static func isPlace(
    _ place: FoundMatch, of terms: [Term], in text: FoldedText
  ) -> Bool {
    guard place.start < place.end, place.end <= text.characterCount else { return false }
    let literals = terms.compactMap { term in
      if case .literal(let literal) = term { literal.folded } else { nil }
    }
    guard !place.isLoose, literals.count == terms.count else { return true }
    let found = text.utf8[text.utf8Range(ofCharacters: Int(place.start)..<Int(place.end))]
    return literals.contains { found.starts(with: $0.utf8) }
      && literals.contains { found.reversed().starts(with: $0.utf8.reversed()) }
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

/// The parts of the matches of a paragraph.
private struct MatchParts {
  private let patterns: [Pattern]
  private let folded: FoldedText
  private let breaks: SentenceBreaks?
  private var counter: CharacterCounter

  init(_ terms: [Term], _ folded: FoldedText, _ text: String) {
    patterns = terms.compactMap { term in
      if case .pattern(let pattern) = term, pattern.joints.contains(.gap) { pattern } else { nil }
    }
    self.folded = folded
    breaks = patterns.isEmpty ? nil : SentenceBreaks(in: text, folded: folded)
    counter = CharacterCounter(patterns.isEmpty ? "" : text)
  }

  /// Returns the parts of a match, as characters of the original text; empty if no pattern has it.
  mutating func parts(of match: Range<Int>) -> [Range<Int>] {
    guard let breaks else { return [] }
    for pattern in patterns {
      let parts = pattern.parts(of: match, in: folded, breaks: breaks)
      if !parts.isEmpty { return parts.map { characters(ofFolded: $0) } }
    }
    return []
  }

  private mutating func characters(ofFolded part: Range<Int>) -> Range<Int> {
    let bytes = folded.originalUTF8Range(ofCharacters: part)
    let start = counter.characters(before: bytes.lowerBound)
    return start..<counter.characters(before: bytes.upperBound)
  }
}
