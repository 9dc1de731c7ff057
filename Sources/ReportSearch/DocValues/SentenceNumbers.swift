/// Consecutive numbers for the sentences of all paragraphs. They are keys of a ``MatchList`` that
/// is evaluated per sentence.
struct SentenceNumbers {
  private let ends: PlaceLists

  /// Numbers the sentences.
  ///
  /// - Parameter ends: The ends of each paragraph's sentences except for the last.
  init(_ ends: PlaceLists) { self.ends = ends }

  /// Returns the number of the first sentence of a paragraph.
  private func first(ofParagraph id: UInt32) -> UInt32 { ends.bounds[Int(id)] + id }

  /// Returns the paragraph of a sentence.
  ///
  /// - Complexity: O(log *n*) in the paragraphs.
  func paragraph(ofSentence number: UInt32) -> UInt32 {
    var lower = 0
    var upper = ends.bounds.count - 1
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if first(ofParagraph: UInt32(middle)) <= number { lower = middle } else { upper = middle }
    }
    return UInt32(lower)
  }

  /// Returns the sentences of a paragraph and their ranges in folded characters.
  func sentences(
    ofParagraph id: UInt32, characterCount: Int
  ) -> [(key: UInt32, characters: Range<Int>)] {
    let ends = ends.places(ofParagraph: id).map(Int.init) + [characterCount]
    let first = first(ofParagraph: id)
    return ends.indices.map { (first + UInt32($0), ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]) }
  }

  /// Converts a list by paragraph to a list by sentence. Matches that span several sentences are
  /// dropped.
  func bySentences(_ list: MatchList) -> MatchList {
    var found = MatchList()
    found.mayOverlap = list.mayOverlap
    for (place, id) in list.keys.enumerated() {
      let ends = ends.places(ofParagraph: id)
      let first = first(ofParagraph: id)
      var sentence = ends.startIndex
      for match in list.matches(at: place) {
        while sentence < ends.endIndex, ends[sentence] <= match.start {
          found.endKey(first + UInt32(sentence - ends.startIndex))
          sentence += 1
        }
        if sentence == ends.endIndex || match.end <= ends[sentence] { found.append(match) }
      }
      found.endKey(first + UInt32(sentence - ends.startIndex))
    }
    return found
  }

  /// Converts a list by sentence to a list by paragraph.
  func byParagraphs(_ list: MatchList) -> MatchList {
    var found = MatchList()
    found.mayOverlap = list.mayOverlap
    var place = 0
    while place < list.count {
      let id = paragraph(ofSentence: list.keys[place])
      let next = first(ofParagraph: id + 1)
      while place < list.count, list.keys[place] < next {
        found.append(matchesOf: list, at: place)
        place += 1
      }
      found.endKey(id)
    }
    return found
  }
}
