import Corpus
import TextAnalysis

extension Match {
  /// Returns the places of a paragraph at which literals stand, in the order of the text.
  ///
  /// Matches of one literal do not overlap; those of different literals may.
  ///
  /// - Parameters:
  ///   - year: What the paragraph's report is about.
  ///   - filters: What the years of a match must pass.
  static func matches(
    of literals: [Literal], in paragraph: IndexedParagraph, ofReport year: ReportYear,
    passing filters: [YearFilter]
  ) -> [Match] {
    let text = paragraph.text
    let folded = FoldedText(text)
    var found: [(range: Range<Int>, kind: Kind)] = []
    for literal in literals {
      found += folded.occurrences(of: literal.folded).map { ($0, .literal) }
      if literal.allowsInterruption {
        found += folded.interruptedOccurrences(of: literal.folded).map { ($0, .loose) }
      }
    }
    found.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var counter = CharacterCounter(text)
    return found.compactMap { range, kind in
      let utf8Range = folded.originalUTF8Range(ofCharacters: range)
      let start = counter.characters(before: utf8Range.lowerBound)
      let years = paragraph.years(atCharacter: start, ofReport: year)
      guard filters.allSatisfy({ $0.contains(years.years) }) else { return nil }
      return Match(
        characterRange: start..<counter.characters(before: utf8Range.upperBound),
        foldedRange: range, kind: kind, year: years)
    }
  }
}

/// Counts the characters before places of a text; goes on from the last place.
private struct CharacterCounter {
  private let utf8: [UInt8]
  private var place = 0
  private var count = 0

  init(_ text: String) { utf8 = Array(text.utf8) }

  mutating func characters(before utf8Offset: Int) -> Int {
    if utf8Offset < place { (place, count) = (0, 0) }
    while place < utf8Offset {
      if utf8[place] & 0xC0 != 0x80 { count += 1 }
      place += 1
    }
    return count
  }
}
