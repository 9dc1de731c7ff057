import TextAnalysis

/// Finds the matches of terms other than plain literals from the occurrences of their strings.
///
/// It reads the text of a paragraph if occurrences alone do not decide.
struct TermFinding {
  let columns: DocValues
  /// The sentences that matches must not cross; `nil` if paragraphs are the unit.
  let sentences: SentenceNumbers?

  /// Returns the literal and loose matches of a string.
  ///
  /// - Parameters:
  ///   - literal: The literal matches.
  ///   - candidates: A superset of the paragraphs with loose matches.
  /// - Complexity: Reads the text of each candidate.
  func loose(
    _ wanted: FoldedText, literal: MatchList, candidates: [UInt32]
  ) throws -> MatchList {
    var loose = MatchList()
    columns.expectTexts(ofParagraphs: candidates)
    for id in candidates {
      let text = try columns.foldedText(ofParagraph: id).folded
      for part in parts(ofParagraph: id, characterCount: text.characterCount) {
        let slice = text.part(part.characters)
        for range in slice.interruptedOccurrences(of: wanted) {
          let start = UInt32(part.characters.lowerBound)
          loose.append(
            FoundMatch(
              start: start + UInt32(range.lowerBound), end: start + UInt32(range.upperBound),
              isLoose: true))
        }
        loose.endKey(part.key)
      }
    }
    return MatchList.union([literal, loose])
  }

  /// Returns the matches of an unfolded text.
  ///
  /// - Parameter candidates: The paragraphs that contain the folded text.
  /// - Complexity: Reads the text of each candidate.
  func original(_ wanted: OriginalText, candidates: [UInt32]) throws -> MatchList {
    let wantedBytes = Array(wanted.text.utf8)
    var found = MatchList()
    found.mayOverlap = true
    columns.expectTexts(ofParagraphs: candidates)
    for id in candidates {
      let (text, folded) = try columns.foldedText(ofParagraph: id)
      let places = Array(text.utf8).places(of: wantedBytes)
      guard !places.isEmpty else { continue }
      for part in parts(ofParagraph: id, characterCount: folded.characterCount) {
        var next = 0
        for place in places where place >= next {
          let end = place + wantedBytes.count
          guard let characters = folded.characters(fromOriginalUTF8: place..<end),
            part.characters.lowerBound <= characters.lowerBound,
            characters.upperBound <= part.characters.upperBound,
            folded.part(characters).contains(wanted.folded)
          else { continue }
          found.append(
            FoundMatch(start: UInt32(characters.lowerBound), end: UInt32(characters.upperBound)))
          next = end
        }
        found.endKey(part.key)
      }
    }
    return found
  }

  /// Returns the matches of a concept from the occurrences of its strings.
  func concept(variants: [MatchList], exclusions: [MatchList]) -> MatchList {
    var found = MatchList.union(variants)
    let excluded = MatchList.union(exclusions)
    if excluded.count > 0 {
      var place = 0
      found = found.keepingMatches { key, match in
        place = MatchList.place(of: key, in: excluded.keys, from: place)
        guard place < excluded.count, excluded.keys[place] == key else { return true }
        return !excluded.matches(at: place).contains {
          $0.start <= match.start && match.end <= $0.end
        }
      }
    }
    found.mayOverlap = true
    return found.separated()
  }

  /// Returns the matches of a pattern from the occurrences of its pieces.
  ///
  /// - Complexity: Patterns with gaps read the text of each paragraph whose pieces are near enough.
  func pattern(_ pattern: Pattern, pieces: [MatchList]) throws -> MatchList {
    var stretches: [PatternStretch] = []
    for (number, piece) in pieces.enumerated() {
      if number > 0, case .anyCharacter(let count) = pattern.joints[number - 1] {
        stretches[stretches.count - 1].append(piece, gap: UInt32(clamping: count))
      } else {
        stretches.append(PatternStretch(piece))
      }
    }
    if stretches.count == 1 { return stretches[0].occurrences.separated() }
    return try GapFinding(stretches: stretches.map(\.occurrences)) { key in
      let id = sentences?.paragraph(ofSentence: key) ?? key
      let (text, folded) = try columns.foldedText(ofParagraph: id)
      return SentenceBreaks(in: text, folded: folded)
    }.matches()
  }

  /// Returns the keys of a paragraph, with the range of folded characters of each.
  private func parts(
    ofParagraph id: UInt32, characterCount: Int
  ) -> [(key: UInt32, characters: Range<Int>)] {
    sentences?.sentences(ofParagraph: id, characterCount: characterCount)
      ?? [(id, 0..<characterCount)]
  }
}

extension [UInt8] {
  /// Returns the offsets at which a byte sequence occurs, including overlapping occurrences.
  fileprivate func places(of wanted: [UInt8]) -> [Int] {
    guard !wanted.isEmpty, count >= wanted.count else { return [] }
    return (0...count - wanted.count).filter { place in
      self[place] == wanted[0] && self[place..<place + wanted.count].elementsEqual(wanted)
    }
  }
}
