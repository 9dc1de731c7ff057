import TextAnalysis

/// A selection of a phrase's pairs of characters that covers every character.
///
/// The positions of these pairs suffice to find the phrase. 控辍保学 needs only 控辍 and 保学, two
/// characters apart; 辍保 follows from them.
struct PhraseCover {
  /// A pair of characters: its doclists and its offset in the phrase.
  struct Member {
    let lists: [Doclist]
    let offset: UInt32

    /// The approximate size of its doclists in bytes.
    var byteCount: Int { lists.reduce(0) { $0 + $1.byteCount } }
  }

  /// The pairs, the one with the shortest doclists first. Empty if some pair of the phrase does not
  /// occur in the index.
  let members: [Member]

  /// Chooses the cover with the least data to read, by dynamic programming.
  ///
  /// - Parameter phrase: The phrase, of at least two characters.
  init(of phrase: FoldedText, in pages: SegmentPages) throws {
    var pairs: [Member] = []
    for place in 0..<phrase.characterCount - 1 {
      let lists = try pages.doclists(
        ofTerm: Array(phrase.utf8[phrase.utf8Range(ofCharacters: place..<place + 2)]))
      guard !lists.isEmpty else {
        members = []
        return
      }
      pairs.append(Member(lists: lists, offset: UInt32(place)))
    }
    // The cover includes the first and the last pair, and omits at most one pair between two chosen
    // ones.
    var costs = [pairs[0].byteCount]
    var previous = [0]
    for place in pairs.indices.dropFirst() {
      let isAfterNext = place > 1 && costs[place - 2] <= costs[place - 1]
      previous.append(isAfterNext ? place - 2 : place - 1)
      costs.append(costs[previous[place]] + pairs[place].byteCount)
    }
    var chosen = [pairs.count - 1]
    while let last = chosen.last, last > 0 { chosen.append(previous[last]) }
    members = chosen.map { pairs[$0] }.sorted { $0.byteCount < $1.byteCount }
  }
}
