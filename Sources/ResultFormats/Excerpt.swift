import ReportSearch

/// The parts of a paragraph that are worth showing: all of a short one, else what stands around the
/// matches.
struct Excerpt {
  /// Paragraphs up to this length are shown whole: characters.
  static let wholeLength = 160
  /// What is shown on both sides of a match: characters.
  static let context = 40

  /// The stretches of characters in the order of the text; they do not touch.
  let fragments: [Range<Int>]

  /// Chooses the stretches.
  init(of matches: [Match], characterCount: Int) {
    guard characterCount > Self.wholeLength, !matches.isEmpty else {
      fragments = [0..<characterCount]
      return
    }
    var ranges: [Range<Int>] = []
    for match in matches {
      let lower = max(0, match.characterRange.lowerBound - Self.context)
      let upper = min(characterCount, match.characterRange.upperBound + Self.context)
      if let last = ranges.last, last.upperBound >= lower {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, upper)
      } else {
        ranges.append(lower..<upper)
      }
    }
    fragments = ranges
  }
}
