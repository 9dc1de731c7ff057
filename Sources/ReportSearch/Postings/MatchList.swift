/// A place at which something was found, in folded characters.
package struct FoundMatch: Hashable {
  /// The first folded character.
  package var start: UInt32
  /// The folded character behind the last one.
  package var end: UInt32
  /// Whether it is interrupted by punctuation or white space.
  package var isLoose = false

  package init(start: UInt32, end: UInt32, isLoose: Bool = false) {
    (self.start, self.end, self.isLoose) = (start, end, isLoose)
  }

  /// The order of a text; at one start the longer one first, and of two with the same range the literal
  /// one.
  static func isLeftmostLongest(_ left: FoundMatch, _ right: FoundMatch) -> Bool {
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end > right.end }
    return !left.isLoose && right.isLoose
  }

  /// The order in which matches are told: by their starts, then by their ends.
  static func isEarlier(_ left: FoundMatch, _ right: FoundMatch) -> Bool {
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end < right.end }
    return !left.isLoose && right.isLoose
  }
}

/// What a query or a part of it finds: keys (paragraphs, or sentences by their numbers), ascending, each
/// with its matches in their order.
///
/// All matches are in one array, so that millions cost no allocation of their own. Where only numbers are
/// needed, ``matches`` is empty and the bounds tell the numbers.
package struct MatchList: Equatable {
  /// The paragraphs or sentences, ascending.
  private(set) var keys: [UInt32] = []
  /// Where the matches of each key begin in ``matches``; one more entry says where the last ones end.
  private(set) var bounds: [UInt32] = [0]
  /// The matches of all keys.
  private(set) var matches: [FoundMatch] = []
  /// Whether matches of a key may overlap.
  package var mayOverlap = false

  /// A list of nothing.
  package init() {}

  /// The number of keys.
  var count: Int { keys.count }

  /// Whether only the numbers of matches are known.
  var isCounted: Bool { matches.isEmpty && !keys.isEmpty }

  /// The number of matches of the key at a place.
  @inline(__always)
  func matchCount(at place: Int) -> UInt32 { bounds[place + 1] - bounds[place] }

  /// The matches of the key at a place.
  @inline(__always)
  func matches(at place: Int) -> ArraySlice<FoundMatch> {
    matches[Int(bounds[place])..<Int(bounds[place + 1])]
  }

  /// Adds a key, greater than all before, with the number of its matches.
  @inline(__always)
  package mutating func append(_ key: UInt32, matchCount: UInt32) {
    keys.append(key)
    bounds.append(bounds[bounds.count - 1] &+ matchCount)
  }

  /// Adds a match; its key follows with ``endKey(_:)``.
  @inline(__always)
  package mutating func append(_ match: FoundMatch) { matches.append(match) }

  /// Adds the matches of a key of another list; the key follows with ``endKey(_:)``.
  @inline(__always)
  mutating func append(matchesOf other: MatchList, at place: Int) {
    for match in Int(other.bounds[place])..<Int(other.bounds[place + 1]) {
      matches.append(other.matches[match])
    }
  }

  /// Says which key the matches have that were added since the last one; none if there are none.
  @inline(__always)
  package mutating func endKey(_ key: UInt32) {
    guard matches.count > Int(bounds[bounds.count - 1]) else { return }
    keys.append(key)
    bounds.append(UInt32(truncatingIfNeeded: matches.count))
  }

  /// Sorts the matches that were added since the last key, and drops those that are told twice.
  mutating func uniteOpenMatches() {
    let start = Int(bounds[bounds.count - 1])
    sortOpenMatches(from: start, by: FoundMatch.isEarlier)
    var kept = start
    for place in start..<matches.count {
      let match = matches[place]
      // Of two with the same range the literal one comes first.
      if kept > start, matches[kept - 1].start == match.start, matches[kept - 1].end == match.end {
        continue
      }
      matches[kept] = match
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }

  /// Keeps of the matches that were added since the last key the leftmost, the longest at one start, that
  /// do not overlap.
  mutating func separateOpenMatches() {
    let start = Int(bounds[bounds.count - 1])
    sortOpenMatches(from: start, by: FoundMatch.isLeftmostLongest)
    var kept = start
    for place in start..<matches.count {
      let match = matches[place]
      if kept > start, match.start < matches[kept - 1].end { continue }
      matches[kept] = match
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }

  /// Sorts a few matches, most of which are in order.
  private mutating func sortOpenMatches(
    from start: Int, by precedes: (FoundMatch, FoundMatch) -> Bool
  ) {
    guard matches.count - start <= 32 else {
      matches[start...].sort(by: precedes)
      return
    }
    var place = start + 1
    while place < matches.count {
      let match = matches[place]
      var hole = place
      while hole > start, precedes(match, matches[hole - 1]) {
        matches[hole] = matches[hole - 1]
        hole -= 1
      }
      if hole != place { matches[hole] = match }
      place += 1
    }
  }
}

extension MatchList {
  /// The place of the first key at or after a place that is not less than another.
  ///
  /// - Complexity: O(log *d*) in the distance, so that a short list walks through a long one quickly.
  @inline(__always)
  static func place(of key: UInt32, in keys: [UInt32], from start: Int) -> Int {
    var lower = start
    guard lower < keys.count, keys[lower] < key else { return lower }
    var step = 1
    while lower &+ step < keys.count, keys[lower &+ step] < key {
      lower &+= step
      step &<<= 1
    }
    var upper = min(lower &+ step, keys.count)
    lower &+= 1
    while lower < upper {
      let middle = (lower &+ upper) / 2
      if keys[middle] < key { lower = middle &+ 1 } else { upper = middle }
    }
    return lower
  }
}
