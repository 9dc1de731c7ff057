/// The range of a match in folded characters.
package struct FoundMatch: Hashable {
  /// The offset of the first folded character.
  package var start: UInt32
  /// The offset after the last folded character.
  package var end: UInt32
  /// True if the match is interrupted by punctuation or white space.
  package var isLoose = false

  package init(start: UInt32, end: UInt32, isLoose: Bool = false) {
    (self.start, self.end, self.isLoose) = (start, end, isLoose)
  }

  /// Orders matches by their start, longer ones first. Of two with the same range, the literal
  /// match comes first.
  static func isLeftmostLongest(_ left: FoundMatch, _ right: FoundMatch) -> Bool {
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end > right.end }
    return !left.isLoose && right.isLoose
  }

  /// Orders matches by their start, then by their end, as they are reported. Of two with the same
  /// range, the literal match comes first.
  static func isEarlier(_ left: FoundMatch, _ right: FoundMatch) -> Bool {
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end < right.end }
    return !left.isLoose && right.isLoose
  }
}

/// The results of a query or a subquery: ascending keys (paragraph ids or sentence numbers), each
/// with its matches in order.
///
/// The matches of all keys share one array, so that millions of them need no allocation of their
/// own. If only match counts are needed, ``matches`` is empty and ``bounds`` contains the
/// cumulative counts.
package struct MatchList: Equatable {
  /// The paragraph ids or sentence numbers, ascending.
  private(set) var keys: [UInt32] = []
  /// The offset in ``matches`` at which the matches of each key begin, followed by the offset at
  /// which the last ones end.
  private(set) var bounds: [UInt32] = [0]
  /// The matches of all keys, in the order of the keys.
  private(set) var matches: [FoundMatch] = []
  /// True if matches of one key may overlap.
  package var mayOverlap = false

  /// Creates an empty list.
  package init() {}

  /// The number of keys.
  var count: Int { keys.count }

  /// True if only match counts are known.
  var isCounted: Bool { matches.isEmpty && !keys.isEmpty }

  /// Returns the number of matches of the key at an index.
  @inline(__always)
  func matchCount(at place: Int) -> UInt32 { bounds[place + 1] - bounds[place] }

  /// Returns the matches of the key at an index.
  @inline(__always)
  func matches(at place: Int) -> ArraySlice<FoundMatch> {
    matches[Int(bounds[place])..<Int(bounds[place + 1])]
  }

  /// Appends a key, which must be greater than all before, with its match count.
  @inline(__always)
  package mutating func append(_ key: UInt32, matchCount: UInt32) {
    keys.append(key)
    bounds.append(bounds[bounds.count - 1] &+ matchCount)
  }

  /// Appends a match. A call of ``endKey(_:)`` with its key follows.
  @inline(__always)
  package mutating func append(_ match: FoundMatch) { matches.append(match) }

  /// Appends the matches of a key of another list. A call of ``endKey(_:)`` follows.
  @inline(__always)
  mutating func append(matchesOf other: MatchList, at place: Int) {
    for match in Int(other.bounds[place])..<Int(other.bounds[place + 1]) {
      matches.append(other.matches[match])
    }
  }

  /// Assigns the matches appended since the last call to a key. Does nothing if there are none.
  @inline(__always)
  package mutating func endKey(_ key: UInt32) {
    guard matches.count > Int(bounds[bounds.count - 1]) else { return }
    keys.append(key)
    bounds.append(UInt32(truncatingIfNeeded: matches.count))
  }

  /// Sorts the matches appended since the last key and removes duplicates.
  mutating func uniteOpenMatches() {
    let start = Int(bounds[bounds.count - 1])
    sortOpenMatches(from: start, by: FoundMatch.isEarlier)
    var kept = start
    for place in start..<matches.count {
      let match = matches[place]
      // Of two matches with the same range, the literal one comes first.
      if kept > start, matches[kept - 1].start == match.start, matches[kept - 1].end == match.end {
        continue
      }
      matches[kept] = match
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }

  /// Reduces the matches appended since the last key to the leftmost-longest ones without overlap.
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

  /// Sorts the matches from an index on. Uses insertion sort for up to 32 matches, because most are
  /// already in order.
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
  /// Returns the index of the first key, at or after a start index, that is not less than a given
  /// key.
  ///
  /// - Complexity: O(log *d*) in the distance *d* between the start and the result. Galloping
  ///   search lets a short list skip through a long one.
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
