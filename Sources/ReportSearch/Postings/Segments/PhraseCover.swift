import TextAnalysis

/// The pairs of characters by whose positions a phrase is found: every character of it is in one of them.
///
/// Of 控辍保学 控辍 and 保学 suffice, two characters apart; 辍保 is then there as well.
struct PhraseCover {
  /// A pair of characters: its terms' lists, and where it stands in the phrase.
  struct Member {
    let lists: [Doclist]
    let offset: UInt32

    /// About how much there is to read.
    var byteCount: Int { lists.reduce(0) { $0 + $1.byteCount } }
  }

  /// The pairs, that with the shortest lists first; none if there is a pair that no paragraph has.
  let members: [Member]

  /// Chooses the pairs that have the least to read together.
  ///
  /// - Parameter phrase: Two characters at least.
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
    // The first and the last pair, and between two chosen ones no gap of more than one.
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
