import ReportSearch
import TextAnalysis

/// A reference for terms in a paragraph's text that compares character by character.
struct PlainText {
  /// The folded text, as Unicode scalars.
  let folded: [Unicode.Scalar]
  /// The original text, as Unicode scalars.
  let original: [Unicode.Scalar]
  /// The range of original scalars from which each folded scalar comes.
  let origins: [Range<Int>]

  init(_ text: String) {
    let foldedText = FoldedText(text)
    folded = Array(foldedText.string.unicodeScalars)
    original = Array(text.unicodeScalars)
    // The index of the original scalar to which each UTF-8 byte belongs.
    var ordinals: [Int] = []
    for (ordinal, scalar) in text.unicodeScalars.enumerated() {
      ordinals += Array(repeating: ordinal, count: String(scalar).utf8.count)
    }
    origins = folded.indices.map { place in
      let bytes = foldedText.originalUTF8Range(ofCharacters: place..<place + 1)
      return ordinals[bytes.lowerBound]..<ordinals[bytes.upperBound - 1] + 1
    }
  }

  // MARK: Terms

  /// Returns the occurrences of a term in a range of folded characters, in text order.
  func occurrences(
    of term: Term, in stretch: Range<Int>
  ) -> [(range: Range<Int>, kind: Match.Kind)] {
    switch term {
    case .literal(let literal):
      let exact = occurrences(of: literal.folded, in: stretch)
      let loose = literal.allowsInterruption ? interrupted(literal.folded, in: stretch) : []
      return (exact.map { ($0, .literal) } + loose.map { ($0, .loose) })
        .sorted { $0.0.lowerBound < $1.0.lowerBound }
    case .pattern(let pattern):
      return occurrences(of: pattern, in: stretch).map { ($0, .literal) }
    case .original(let text):
      return occurrences(of: text, in: stretch).map { ($0, .literal) }
    case .concept(let concept):
      return occurrences(of: concept, in: stretch).map { ($0, .literal) }
    }
  }

  private func occurrences(of text: FoldedText, in stretch: Range<Int>) -> [Range<Int>] {
    leftmost(everyOccurrence(of: Array(text.string.unicodeScalars), in: stretch))
  }

  /// Returns all occurrences, including overlapping ones.
  private func everyOccurrence(
    of wanted: [Unicode.Scalar], in stretch: Range<Int>
  ) -> [Range<Int>] {
    stretch.compactMap { start in
      let end = start + wanted.count
      return end <= stretch.upperBound && folded[start..<end].elementsEqual(wanted)
        ? start..<end : nil
    }
  }

  /// Returns the ranges that do not overlap an earlier one. The input is ordered by start.
  private func leftmost(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var taken: [Range<Int>] = []
    for range in ranges where range.lowerBound >= taken.last?.upperBound ?? 0 {
      taken.append(range)
    }
    return taken
  }

  /// Returns the loose matches that `~` adds to the literal ones.
  ///
  /// From left to right, the longest candidate at each start that overlaps neither a literal match
  /// nor an earlier loose one.
  private func interrupted(_ text: FoldedText, in stretch: Range<Int>) -> [Range<Int>] {
    let wanted = Array(text.string.unicodeScalars)
    let exact = occurrences(of: text, in: stretch)
    var candidates: [Range<Int>] = []
    for start in stretch {
      for gap in [3, 2, 1] {
        let end = start + wanted.count + gap
        guard end <= stretch.upperBound else { continue }
        let isLoose = wanted.indices.dropFirst().contains { split in
          let gapEnd = start + split + gap
          return folded[start..<start + split].elementsEqual(wanted[..<split])
            && folded[start + split..<gapEnd].allSatisfy(Self.mayInterrupt)
            && folded[gapEnd..<end].elementsEqual(wanted[split...])
        }
        if isLoose, !exact.contains(where: { $0.overlaps(start..<end) }) {
          candidates.append(start..<end)
        }
      }
    }
    return leftmost(candidates)
  }

  private static let punctuation: Set<Unicode.GeneralCategory> = [
    .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation,
  ]

  private static func mayInterrupt(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || punctuation.contains(scalar.properties.generalCategory)
  }

  private func occurrences(of text: OriginalText, in stretch: Range<Int>) -> [Range<Int>] {
    let wanted = Array(text.text.unicodeScalars)
    let needed = Array(text.folded.string.unicodeScalars)
    var taken: [Range<Int>] = []
    var next = 0
    for start in original.indices where start >= next {
      let end = start + wanted.count
      guard end <= original.count, original[start..<end].elementsEqual(wanted) else { continue }
      let places = folded.indices.filter { origins[$0].overlaps(start..<end) }
      guard let first = places.first, let last = places.last else { continue }
      let range = first..<last + 1
      guard stretch.lowerBound <= first, last < stretch.upperBound,
        !everyOccurrence(of: needed, in: range).isEmpty
      else { continue }
      taken.append(range)
      next = end
    }
    return taken
  }

  private func occurrences(of concept: Concept, in stretch: Range<Int>) -> [Range<Int>] {
    func places(of texts: [FoldedText]) -> [Range<Int>] {
      texts.flatMap { everyOccurrence(of: Array($0.string.unicodeScalars), in: stretch) }
    }
    let excluded = places(of: concept.exclusions)
    let variants = places(of: concept.variants).filter { variant in
      !excluded.contains {
        $0.lowerBound <= variant.lowerBound && variant.upperBound <= $0.upperBound
      }
    }
    return leftmost(
      variants.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
  }
}
