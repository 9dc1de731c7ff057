import TestSupport
import Testing

@testable import ReportSearch

/// The set operations of match lists, against dictionaries of the same matches.
struct MatchListTests {
  private typealias Plain = [UInt32: Set<FoundMatch>]

  /// Returns a list in which the matches of each key are in text order.
  private func list(_ plain: Plain) -> MatchList {
    var list = MatchList()
    list.mayOverlap = true
    for key in plain.keys.sorted() {
      for match in plain[key]!.sorted(by: FoundMatch.isEarlier) { list.append(match) }
      list.endKey(key)
    }
    return list
  }

  private func plain(_ list: MatchList) -> [UInt32: [FoundMatch]] {
    var plain: [UInt32: [FoundMatch]] = [:]
    for (place, key) in list.keys.enumerated() { plain[key] = Array(list.matches(at: place)) }
    return plain
  }

  private func random(_ random: inout SeededRandom) -> Plain {
    var plain: Plain = [:]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let matches = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let start = UInt32.random(in: 0...12, using: &random)
        return FoundMatch(start: start, end: start + .random(in: 1...4, using: &random))
      }
      plain[.random(in: 1...9, using: &random)] = Set(matches)
    }
    return plain
  }

  /// Returns non-overlapping matches from left to right, the longest of those with the same start.
  private func separated(_ matches: some Sequence<FoundMatch>) -> [FoundMatch] {
    var kept: [FoundMatch] = []
    for match in matches.sorted(by: FoundMatch.isLeftmostLongest)
    where match.start >= kept.last?.end ?? 0 {
      kept.append(match)
    }
    return kept
  }

  @Test func `a key without matches is not stored`() {
    var list = MatchList()
    list.endKey(1)
    list.append(FoundMatch(start: 0, end: 1))
    list.endKey(2)
    #expect(list.keys == [2] && list.count == 1 && list.matchCount(at: 0) == 1)
  }

  @Test func `of two matches with the same range the literal one is kept`() {
    let (loose, literal) = (
      FoundMatch(start: 0, end: 2, isLoose: true), FoundMatch(start: 0, end: 2)
    )
    let united = MatchList.union([list([1: [loose]]), list([1: [literal]])])
    #expect(plain(united) == [1: [literal]])
    #expect(plain(MatchList.any([list([1: [loose]]), list([1: [literal]])])) == [1: [literal]])
  }

  @Test func `many matches of one key are sorted`() {
    let matches = (0..<50).map { FoundMatch(start: UInt32(49 - $0), end: UInt32(60 - $0)) }
    var list = MatchList()
    for match in matches + matches { list.append(match) }
    list.uniteOpenMatches()
    list.endKey(1)
    #expect(plain(list) == [1: matches.reversed()])
  }

  @Test(.law, arguments: LawSeeds.seeds(200))
  func `lists are combined like sets`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let sets = (0..<Int.random(in: 1...4, using: &random)).map { _ in self.random(&random) }
    let lists = sets.map(list)
    let keys = Set(sets.flatMap(\.keys))
    let common = keys.filter { key in sets.allSatisfy { $0[key] != nil } }
    func together(_ key: UInt32) -> Set<FoundMatch> {
      sets.reduce(into: []) { $0.formUnion($1[key] ?? []) }
    }
    func wanted(
      _ keys: Set<UInt32>, _ matches: (UInt32) -> [FoundMatch]
    ) -> [UInt32: [FoundMatch]] {
      Dictionary(uniqueKeysWithValues: keys.map { ($0, matches($0)) })
    }
    let inOrder = { (key: UInt32) in together(key).sorted(by: FoundMatch.isEarlier) }
    #expect(plain(MatchList.all(lists)) == wanted(common, inOrder))
    #expect(plain(MatchList.union(lists)) == wanted(keys, inOrder))
    let any = MatchList.any(lists)
    #expect(plain(any) == wanted(keys) { separated(together($0)) } && !any.mayOverlap)
    let first = lists[0]
    #expect(plain(first.separated()) == sets[0].mapValues { separated($0) })
    let rest = Set(sets.dropFirst().flatMap(\.keys))
    let subtracted = first.subtracting(MatchList.union(Array(lists.dropFirst())))
    #expect(plain(subtracted) == plain(first).filter { !rest.contains($0.key) })
    #expect(plain(first.keeping { $0 % 2 == 0 }) == plain(first).filter { $0.key % 2 == 0 })
    let kept = first.keepingMatches { $1.start % 2 == 0 }
    let even = plain(first).mapValues { $0.filter { $0.start % 2 == 0 } }
    #expect(plain(kept) == even.filter { !$0.value.isEmpty })
  }

  @Test(.law, arguments: LawSeeds.seeds(100))
  func `lists of counts are combined by addition`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let sets = (0..<Int.random(in: 1...4, using: &random)).map { _ in self.random(&random) }
    let lists = sets.map { plain in
      plain.keys.sorted().reduce(into: MatchList()) {
        $0.append($1, matchCount: UInt32(plain[$1]!.count))
      }
    }
    func counts(_ list: MatchList) -> [UInt32: Int] {
      Dictionary(
        uniqueKeysWithValues: list.keys.enumerated().map { ($1, Int(list.matchCount(at: $0))) })
    }
    let sums = sets.reduce(into: [UInt32: Int]()) { sums, plain in
      for (key, matches) in plain { sums[key, default: 0] += matches.count }
    }
    let common = sums.filter { key, _ in sets.allSatisfy { $0[key] != nil } }
    #expect(counts(MatchList.sum(lists)) == sums)
    #expect(counts(MatchList.all(lists)) == common)
    #expect(
      counts(lists[0].keeping { $0 > 4 })
        == sets[0].filter { $0.key > 4 }.mapValues(\.count))
  }

  @Test func `the next index of a key is found from any index`() {
    let keys: [UInt32] = [2, 3, 5, 8, 13, 21, 34, 55, 89, 144]
    for start in 0...keys.count {
      for key in UInt32(0)...150 {
        let wanted = keys[start...].firstIndex { $0 >= key } ?? keys.count
        #expect(MatchList.place(of: key, in: keys, from: start) == wanted, "\(key) \(start)")
      }
    }
  }

  @Test func `near matches pair with the closest unused one, preferably after them`() {
    func near(
      _ left: [Range<UInt32>], _ right: [Range<UInt32>], _ distance: Int, isOrdered: Bool = false
    ) -> (matches: [Range<UInt32>], hulls: [Range<UInt32>]) {
      let sides = [left, right].map { side in
        list([1: Set(side.map { FoundMatch(start: $0.lowerBound, end: $0.upperBound) })])
      }
      let found = MatchList.near(
        (sides[0], sides[0]), (sides[1], sides[1]), distance: distance, isOrdered: isOrdered)
      return (
        found.matches.matches.map { $0.start..<$0.end },
        found.hulls.matches.map { $0.start..<$0.end }
      )
    }
    #expect(near([10..<12], [14..<16], 2) == ([10..<12, 14..<16], [10..<16]))
    #expect(near([10..<12], [14..<16], 1) == ([], []))
    // Of two matches with the same gap, the one that follows is taken.
    #expect(near([10..<12], [6..<8, 14..<16], 5) == ([10..<12, 14..<16], [10..<16]))
    #expect(near([10..<12], [6..<8], 5) == ([6..<8, 10..<12], [6..<12]))
    #expect(near([10..<12], [6..<8], 5, isOrdered: true) == ([], []))
    // Each match on the right is used once.
    #expect(near([0..<1, 4..<5], [2..<3], 5) == ([0..<1, 2..<3], [0..<3]))
    // Overlapping matches are not near.
    #expect(near([0..<4], [2..<6], 5) == ([], []))
  }
}
