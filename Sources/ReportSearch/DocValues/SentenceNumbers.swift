/// The sentences of all paragraphs, numbered through: keys of ``MatchList`` for what must hold in a
/// sentence.
struct SentenceNumbers {
  private let ends: PlaceLists

  /// Numbers the sentences.
  ///
  /// - Parameter ends: Where the sentences of each paragraph end but the last one.
  init(_ ends: PlaceLists) { self.ends = ends }

  /// The number of the first sentence of a paragraph.
  private func first(ofParagraph id: UInt32) -> UInt32 { ends.bounds[Int(id)] + id }

  /// The paragraph of a sentence.
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

  /// The sentences of a paragraph with the folded characters of each.
  func sentences(
    ofParagraph id: UInt32, characterCount: Int
  ) -> [(key: UInt32, characters: Range<Int>)] {
    let ends = ends.places(ofParagraph: id).map(Int.init) + [characterCount]
    let first = first(ofParagraph: id)
    return ends.indices.map { (first + UInt32($0), ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]) }
  }

  /// Returns the matches of paragraphs by sentences, without those that lie in more than one.
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

  /// Returns the matches of sentences by paragraphs.
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
