extension MatchList {
  /// Returns the pairs of matches that are near each other within the same key.
  ///
  /// Each left match, in order, takes the unused right match with the shortest gap of at most
  /// `distance` characters. Of two right matches with the same gap, it takes the one after it.
  ///
  /// - Parameters:
  ///   - distance: The maximum gap in folded characters.
  ///   - isOrdered: True if the right match must follow the left one.
  /// - Returns: The keys that have a pair. `matches` are the ranges of both sides of all pairs.
  ///   `hulls` are the spans that cover each pair, which the next operator of a chain takes as its
  ///   left side.
  /// - Complexity: O(*n* + *m*) in the matches, times the number of matches within the distance.
  static func near(
    _ left: (matches: MatchList, hulls: MatchList), _ right: (matches: MatchList, hulls: MatchList),
    distance: Int, isOrdered: Bool
  ) -> (matches: MatchList, hulls: MatchList) {
    let (anchors, right) = (left.hulls, right.hulls)
    let distance = UInt32(clamping: min(distance, Int(Int32.max)))
    var found = MatchList()
    var pairs = MatchList()
    found.mayOverlap = true
    pairs.mayOverlap = true
    var (leftPlace, rightPlace) = (0, 0)
    var isTaken: [Bool] = []
    while leftPlace < anchors.count {
      let key = anchors.keys[leftPlace]
      rightPlace = Self.place(of: key, in: right.keys, from: rightPlace)
      guard rightPlace < right.count else { break }
      guard right.keys[rightPlace] == key else {
        leftPlace = Self.place(of: right.keys[rightPlace], in: anchors.keys, from: leftPlace)
        continue
      }
      let partners = right.matches(at: rightPlace)
      isTaken.removeAll(keepingCapacity: true)
      isTaken.append(contentsOf: repeatElement(false, count: partners.count))
      for anchor in anchors.matches(at: leftPlace) {
        var best: (index: Int, gap: UInt32, isBehind: Bool)?
        for (offset, partner) in partners.enumerated() where !isTaken[offset] {
          if partner.start > anchor.end &+ distance { break }
          let isBehind = partner.start >= anchor.end
          guard isBehind || (!isOrdered && partner.end <= anchor.start) else { continue }
          let gap = isBehind ? partner.start - anchor.end : anchor.start - partner.end
          guard gap <= distance else { continue }
          if let known = best, (known.gap, known.isBehind ? 0 : 1) <= (gap, isBehind ? 0 : 1) {
            continue
          }
          best = (offset, gap, isBehind)
        }
        guard let best else { continue }
        isTaken[best.index] = true
        let partner = partners[partners.startIndex + best.index]
        pairs.append(
          FoundMatch(
            start: min(anchor.start, partner.start), end: max(anchor.end, partner.end),
            isLoose: anchor.isLoose || partner.isLoose))
        found.append(anchor)
        found.append(partner)
      }
      found.uniteOpenMatches()
      found.endKey(key)
      pairs.uniteOpenMatches()
      pairs.endKey(key)
      leftPlace += 1
    }
    return (found, pairs)
  }
}
