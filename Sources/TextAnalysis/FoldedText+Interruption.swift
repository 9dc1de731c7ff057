extension FoldedText {
  /// The maximum number of characters that may interrupt a literal.
  public static let longestInterruption = 3

  /// Returns the loose matches of a literal: occurrences with one interruption of one to three
  /// characters of punctuation or white space.
  ///
  /// 控辍、保学 and 控辍”、“保学 are loose matches of 控辍保学. The search runs from left to right and takes the
  /// longest match at each start. Matches overlap neither each other nor a literal match, so they
  /// do not change the result of ``occurrences(of:)``.
  ///
  /// - Returns: Ranges of folded characters in ascending order.
  /// - Complexity: O(*n* · *m*) in the lengths of the text and the literal.
  public func interruptedOccurrences(of literal: FoldedText) -> [Range<Int>] {
    let wanted = Array(literal.string.unicodeScalars)
    guard wanted.count > 1, characterCount > wanted.count else { return [] }
    let text = Array(string.unicodeScalars)
    let literalMatches = occurrences(of: literal)
    var next = literalMatches[...]
    var found: [Range<Int>] = []
    var start = 0
    while start + wanted.count < text.count {
      if let match = next.first, start >= match.lowerBound {
        start = match.upperBound
        next.removeFirst()
        continue
      }
      let limit = next.first?.lowerBound ?? text.count
      if let end = Self.endOfInterrupted(wanted, in: text, from: start, before: limit) {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  /// Returns the end of the longest loose match that begins at `start` and ends at or before
  /// `limit`, or `nil` if there is none.
  private static func endOfInterrupted(
    _ wanted: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int, before limit: Int
  ) -> Int? {
    var head = 0
    while head < wanted.count - 1, start + head < limit, text[start + head] == wanted[head] {
      head += 1
    }
    guard head > 0 else { return nil }
    for gap in stride(from: longestInterruption, through: 1, by: -1) {
      let end = start + wanted.count + gap
      guard end <= limit else { continue }
      for split in 1...head {
        let gapEnd = start + split + gap
        if text[start + split..<gapEnd].allSatisfy(isInterruption),
          text[gapEnd..<end].elementsEqual(wanted[split...])
        {
          return end
        }
      }
    }
    return nil
  }

  private static func isInterruption(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: scalar == " "
    }
  }
}
