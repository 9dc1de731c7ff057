extension MatchList {
  /// The keys that all of some lists have, with the matches of all of them, the same range once.
  ///
  /// - Complexity: O(*n* log *d*) in the keys of the shortest list and the distances of its keys in the
  ///   others.
  static func all(_ lists: [MatchList]) -> MatchList {
    guard lists.count > 1 else { return lists[0] }
    let isCounted = lists.contains(where: \.isCounted)
    let lead = lists.indices.min { lists[$0].count < lists[$1].count }!
    var places = [Int](repeating: 0, count: lists.count)
    var found = MatchList()
    found.mayOverlap = true
    candidates: for (place, key) in lists[lead].keys.enumerated() {
      places[lead] = place
      for index in lists.indices where index != lead {
        let place = Self.place(of: key, in: lists[index].keys, from: places[index])
        places[index] = place
        if place == lists[index].count { break candidates }
        if lists[index].keys[place] != key { continue candidates }
      }
      if isCounted {
        var count: UInt32 = 0
        for index in lists.indices { count += lists[index].matchCount(at: places[index]) }
        found.append(key, matchCount: count)
      } else {
        for index in lists.indices { found.append(matchesOf: lists[index], at: places[index]) }
        found.uniteOpenMatches()
        found.endKey(key)
      }
    }
    return found
  }

  /// The keys that some of the lists have, with the matches of all of them, the same range once.
  static func union(_ lists: [MatchList]) -> MatchList {
    merged(lists, always: false) { $0.uniteOpenMatches() }
  }

  /// The keys that some of the lists have, with their leftmost matches, the longest at one start, that do
  /// not overlap.
  static func any(_ lists: [MatchList]) -> MatchList {
    var found = merged(lists, always: lists.contains(where: \.mayOverlap)) {
      $0.separateOpenMatches()
    }
    found.mayOverlap = false
    return found
  }

  /// The keys that some of the lists have, with the sums of the numbers of their matches.
  static func sum(_ lists: [MatchList]) -> MatchList {
    guard lists.count > 1 else { return lists[0] }
    var places = [Int](repeating: 0, count: lists.count)
    var next = lists.map { $0.keys.first ?? .max }
    var sum = MatchList()
    while let key = next.min(), key != .max {
      var count: UInt32 = 0
      for index in next.indices where next[index] == key {
        let place = places[index]
        count += lists[index].matchCount(at: place)
        next[index] = place + 1 < lists[index].count ? lists[index].keys[place + 1] : .max
        places[index] = place + 1
      }
      sum.append(key, matchCount: count)
    }
    return sum
  }

  private static func merged(
    _ lists: [MatchList], always: Bool, _ combine: (inout MatchList) -> Void
  ) -> MatchList {
    var places = [Int](repeating: 0, count: lists.count)
    /// The next key of each list; the greatest number behind the last one.
    var next = lists.map { $0.keys.first ?? .max }
    var found = MatchList()
    found.mayOverlap = true
    while true {
      var key = UInt32.max
      for index in next.indices { key = min(key, next[index]) }
      if key == .max { return found }
      var sources = 0
      for index in next.indices where next[index] == key {
        let place = places[index]
        next[index] = place + 1 < lists[index].count ? lists[index].keys[place + 1] : .max
        found.append(matchesOf: lists[index], at: place)
        places[index] = place + 1
        sources += 1
      }
      if sources > 1 || always { combine(&found) }
      found.endKey(key)
    }
  }

  /// The keys that another list does not have.
  func subtracting(_ other: MatchList) -> MatchList {
    var place = 0
    return keeping { key in
      place = Self.place(of: key, in: other.keys, from: place)
      return place == other.count || other.keys[place] != key
    }
  }

  /// The keys that pass, which are asked for in ascending order.
  func keeping(_ passes: (_ key: UInt32) throws -> Bool) rethrows -> MatchList {
    var kept = MatchList()
    kept.mayOverlap = mayOverlap
    for (place, key) in keys.enumerated() where try passes(key) {
      if isCounted {
        kept.append(key, matchCount: matchCount(at: place))
      } else {
        kept.append(matchesOf: self, at: place)
        kept.endKey(key)
      }
    }
    return kept
  }

  /// The matches that pass, with the keys that have one.
  func keepingMatches(
    _ passes: (_ key: UInt32, _ match: FoundMatch) throws -> Bool
  ) rethrows -> MatchList {
    var kept = MatchList()
    kept.mayOverlap = mayOverlap
    for (place, key) in keys.enumerated() {
      for match in matches(at: place) where try passes(key, match) { kept.append(match) }
      kept.endKey(key)
    }
    return kept
  }

  /// The leftmost matches that do not overlap: what people count.
  func separated() -> MatchList {
    guard mayOverlap else { return self }
    var kept = MatchList()
    for (place, key) in keys.enumerated() {
      kept.append(matchesOf: self, at: place)
      kept.separateOpenMatches()
      kept.endKey(key)
    }
    return kept
  }
}
