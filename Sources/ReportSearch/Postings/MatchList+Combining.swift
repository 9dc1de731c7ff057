extension MatchList {
  /// Returns the keys that are in all lists, with the union of their matches.
  ///
  /// - Complexity: O(*n* log *d*), where *n* is the number of keys of the shortest list and *d* is
  ///   the distance between its keys in the other lists.
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

  /// Returns the keys that are in any of the lists, with the union of their matches.
  static func union(_ lists: [MatchList]) -> MatchList {
    merged(lists, always: false) { $0.uniteOpenMatches() }
  }

  /// Returns the keys that are in any of the lists, with their leftmost-longest matches without
  /// overlap.
  static func any(_ lists: [MatchList]) -> MatchList {
    var found = merged(lists, always: lists.contains(where: \.mayOverlap)) {
      $0.separateOpenMatches()
    }
    found.mayOverlap = false
    return found
  }

  /// Returns the keys that are in any of the lists, with the sums of their match counts.
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
    /// The next key of each list; `UInt32.max` after the last one.
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

  /// Returns the keys that are not in another list, with their matches.
  func subtracting(_ other: MatchList) -> MatchList {
    var place = 0
    return keeping { key in
      place = Self.place(of: key, in: other.keys, from: place)
      return place == other.count || other.keys[place] != key
    }
  }

  /// Returns the keys that satisfy a predicate, with their matches. The predicate is called with
  /// ascending keys.
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

  /// Returns the matches that satisfy a predicate. Keys without a match are dropped.
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

  /// Returns the leftmost matches without overlap, as they are counted for users.
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
