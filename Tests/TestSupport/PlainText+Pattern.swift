import ReportSearch
import TextAnalysis

extension PlainText {
  /// Returns the matches of a pattern by the four steps that ``Pattern`` documents.
  func occurrences(of pattern: Pattern, in text: Range<Int>) -> [Range<Int>] {
    let stretches = Self.stretches(of: pattern)
    var found: [Range<Int>] = []
    var start = text.lowerBound
    while start < text.upperBound {
      guard let first = range(of: stretches[0], at: start, in: text),
        let rest = rest(of: stretches[1...], behind: first, in: text)
      else {
        start += 1
        continue
      }
      var shortest = first
      if let second = rest.first {
        for later in first.lowerBound..<second.lowerBound {
          if let range = range(of: stretches[0], at: later, in: text),
            range.upperBound <= second.lowerBound
          {
            shortest = range
          }
        }
      }
      let end = (rest.last ?? shortest).upperBound
      found.append(shortest.lowerBound..<end)
      start = end
    }
    return found
  }

  /// Returns the character sequences between gaps. `nil` is any character, written `?`.
  private static func stretches(of pattern: Pattern) -> [[Unicode.Scalar?]] {
    var stretches: [[Unicode.Scalar?]] = [Array(pattern.pieces[0].string.unicodeScalars)]
    for (joint, piece) in zip(pattern.joints, pattern.pieces.dropFirst()) {
      let characters: [Unicode.Scalar?] = Array(piece.string.unicodeScalars)
      switch joint {
      case .gap: stretches.append(characters)
      case .anyCharacter(let count):
        stretches[stretches.count - 1] += Array(repeating: nil, count: count) + characters
      }
    }
    return stretches
  }

  private func range(
    of stretch: [Unicode.Scalar?], at start: Int, in text: Range<Int>
  ) -> Range<Int>? {
    let end = start + stretch.count
    guard end <= text.upperBound else { return nil }
    for (place, wanted) in zip(start..<end, stretch) {
      if let wanted, folded[place] != wanted { return nil }
    }
    return start..<end
  }

  /// Returns the ranges of the remaining sequences, each as early as the later ones allow, or `nil`
  /// if they do not follow within ``Pattern/longestGap``, a sentence and a line.
  private func rest(
    of stretches: ArraySlice<[Unicode.Scalar?]>, behind last: Range<Int>, in text: Range<Int>
  ) -> [Range<Int>]? {
    guard let next = stretches.first else { return [] }
    for start in last.upperBound...last.upperBound + Pattern.longestGap {
      if let range = range(of: next, at: start, in: text),
        !hasEnd(between: last.upperBound, and: start),
        let rest = rest(of: stretches.dropFirst(), behind: range, in: text)
      {
        return [range] + rest
      }
    }
    return nil
  }

  /// Returns true if a sentence or a line ends between two character offsets.
  private func hasEnd(between end: Int, and start: Int) -> Bool {
    folded[end..<start].contains { Self.endMarks.contains($0) }
      || (end...start).contains { isLineStart($0) }
  }

  // MARK: Sentences

  /// The sentence terminators after folding, which turns ！？； into !?;
  private static let endMarks: Set<Unicode.Scalar> = ["。", "!", "?", ";"]
  private static let lineEnds: Set<Unicode.Scalar> = [
    "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// Returns true if the original text has a line end between a folded character and the previous
  /// one.
  private func isLineStart(_ place: Int) -> Bool {
    guard place > 0, place < folded.count else { return false }
    let (end, start) = (origins[place - 1].lowerBound, origins[place].upperBound)
    return start > end && original[end..<start].contains { Self.lineEnds.contains($0) }
  }

  private func isClosing(_ place: Int) -> Bool {
    let scalar = original[origins[place].lowerBound]
    return scalar == "\"" || scalar == "'"
      || [.closePunctuation, .finalPunctuation].contains(scalar.properties.generalCategory)
  }

  /// The sentences as ranges of folded characters, as ``Scope/sentence`` defines them.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var hasEnded = false
    for place in folded.indices {
      let isEnd = Self.endMarks.contains(folded[place])
      if place > start, isLineStart(place) || hasEnded && !isEnd && !isClosing(place) {
        sentences.append(start..<place)
        start = place
        hasEnded = false
      }
      if isEnd { hasEnded = true }
    }
    if start < folded.count { sentences.append(start..<folded.count) }
    return sentences
  }
}
