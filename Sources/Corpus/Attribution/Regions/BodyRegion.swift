/// Infers a region from the names in a text when no other clue gives one.
///
/// Every full name counts once; 四川省泸州市江阳区 counts for 江阳区 alone. 全国, 我国 and 国务院 count for the
/// country. The search starts from the whole country and descends into a division as long as it
/// contains more than half of the names:
///
/// | Names in the text                          | Region  |
/// |--------------------------------------------|---------|
/// | 江阳区 8, 泸州市 3, 四川省 2, 全国 1           | 江阳区   |
/// | 泸州市 6, 江阳区 3, 龙马潭区 3, 成都市 1        | 泸州市   |
/// | 全国 20, 上海市 3                            | none    |
/// | `**区` 9                                    | `**区`, anonymised |
///
/// - Complexity: O(*n*), at more than 100 MB/s: a bit table rejects most pairs of characters that
///   begin no name.
struct BodyRegion {
  /// The minimum number of names that give a region.
  private static let fewest = 3
  /// The minimum number of anonymised names that give an anonymised region.
  private static let fewestAnonymised = 2

  private let lexicon = NameLexicon.shared
  private let all = Divisions.shared.all
  private var text = ""
  private var characters = RegionCharacters(units: [])
  /// True once the text has used 縣 or 區. Paragraphs are folded from that one on.
  private var isTraditional = false
  private var national = 0
  /// The number of occurrences of each name, keyed by the indices in ``Divisions/all`` of the
  /// divisions that it may refer to.
  private var counts: [[Int]: Int] = [:]
  /// The number of occurrences of each anonymised name, with its first spelling.
  private var anonymised: [String: (count: Int, written: String)] = [:]
  /// The end of the last name, with the indices of its divisions.
  private var last: (end: Int, divisions: [Int])?

  /// Counts the names in a paragraph.
  mutating func add(_ text: String) {
    self.text = text
    decode(text)
    if isTraditional { characters = RegionText(text).characters }
    last = nil
    let units = characters.units
    units.withUnsafeBufferPointer { units in
      var place = 0
      while place + 1 < units.count {
        let first = units[place]
        if first < 0x4E00 {
          place = Self.isSign(first) ? countAnonymised(at: place) : place + 1
        } else if lexicon.mayBegin(first, units[place + 1]) {
          place = countName(at: place)
        } else if first == Self.someone {
          place = countAnonymised(at: place)
        } else {
          if Self.isNation(first, units[place + 1]) { national += 1 }
          place += 1
        }
      }
    }
  }

  /// Returns the region that the names counted so far indicate.
  func region() -> Region {
    let (totals, all) = totals()
    let known = deepest(totals, of: all)
    let replaced = anonymised.values.reduce(0) { $0 + $1.count }
    if let known, known.total >= replaced {
      return Region(known.division, basis: .body, evidence: known.division.name)
    }
    if replaced >= Self.fewestAnonymised, replaced > all - national,
      let name = anonymised.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.value
        .written
    {
      return Region(code: nil, name: name, basis: .anonymised, evidence: name)
    }
    return .unknown
  }

  /// Returns the candidate that the names favor, or all candidates if none has a majority.
  ///
  /// The score of a candidate is the number of names that refer to it or to a division that
  /// contains it. A candidate wins if it scores more than all others together.
  func narrowed(_ candidates: [Division]) -> [Division] {
    let scores = candidates.map { candidate in
      counts.reduce(0) { sum, entry in
        guard entry.key.count == 1 else { return sum }
        let named = all[entry.key[0]]
        return sum + (named == candidate || candidate.lies(in: named) ? entry.value : 0)
      }
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return candidates }
    let others = scores.reduce(0, +) - scores[best]
    return scores[best] > others ? [candidates[best]] : candidates
  }

  /// Returns true if the full name of a division occurs.
  func names(_ division: Division) -> Bool {
    counts.contains { places, count in
      count > 0 && places.contains { all[$0] == division }
    }
  }

  // MARK: Counting

  /// Counts the name at a position and returns the position at which to continue.
  private mutating func countName(at place: Int) -> Int {
    for entry in lexicon.entries(in: characters.units, at: place) where entry.trust != .inContext {
      let range = place..<place + entry.letters.count
      let above = last.flatMap { $0.end == place ? $0.divisions : nil }
      let inside = above.map { above in
        entry.divisions.filter { division in above.contains { all[division].lies(in: all[$0]) } }
      }
      if let above, let inside, !inside.isEmpty {
        // The preceding name only locates this division, so it does not count.
        counts[above, default: 1] -= 1
        count(inside, in: range)
        return range.upperBound
      }
      guard entry.trust != .belowParent, !PlaceBoundary.isInsideWords(range, of: characters),
        entry.trust == .anywhere
          || PlaceBoundary.isBefore(range, of: characters)
            && PlaceBoundary.isBehind(range, of: characters)
      else { continue }
      count(entry.divisions, in: range)
      return range.upperBound
    }
    return place + 1
  }

  private mutating func count(_ divisions: [Int], in range: Range<Int>) {
    counts[divisions, default: 0] += 1
    last = (range.upperBound, divisions)
  }

  private mutating func countAnonymised(at place: Int) -> Int {
    guard let name = AnonymisedName(in: characters, at: place) else { return place + 1 }
    let folded = characters.string(name.characters)
    let known = anonymised[folded] ?? (0, written(name.characters) ?? folded)
    anonymised[folded] = (known.count + 1, known.written)
    return name.characters.upperBound
  }

  /// Returns the original spelling of a range of decoded characters, or `nil` if the text is
  /// folded.
  ///
  /// Decoding preserves the number of characters, so ranges apply to both.
  private func written(_ range: Range<Int>) -> String? {
    guard !isTraditional else { return nil }
    let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    return String(String.UnicodeScalarView(scalars))
  }

  /// Returns the number of names in each division, including its own, and the total number of
  /// names.
  private func totals() -> (totals: [String: Int], all: Int) {
    let divisions = Divisions.shared
    var totals: [String: Int] = [:]
    var all = national
    func add(_ division: Division, _ count: Int) {
      for code in [division.code] + divisions.ancestors(of: division).map(\.code) {
        totals[code, default: 0] += count
      }
      all += count
    }
    for (places, count) in counts where places.count == 1 { add(self.all[places[0]], count) }
    let certain = totals
    for (places, count) in counts where places.count > 1 {
      // An ambiguous name counts for the candidate whose parent is named as well.
      let named = places.filter { self.all[$0].parent.map { certain[$0] != nil } ?? false }
      if named.count == 1 { add(self.all[named[0]], count) } else { all += count }
    }
    return (totals, all)
  }

  private func deepest(
    _ totals: [String: Int], of all: Int
  ) -> (division: Division, total: Int)? {
    var result: (division: Division, total: Int)?
    let byParent = Dictionary(grouping: totals.keys.compactMap { Divisions.shared[$0] }) {
      $0.parent ?? ""
    }
    while let best = byParent[result?.division.code ?? ""]?
      .max(by: { totals[$0.code, default: 0] < totals[$1.code, default: 0] }),
      let total = totals[best.code], total >= Self.fewest, 2 * total > result?.total ?? all
    {
      result = (best, total)
    }
    return result
  }

  // MARK: Characters

  /// Decodes a paragraph into UTF-16 units, with full-width forms as ASCII and ASCII letters in
  /// lower case. Characters beyond U+FFFF become U+FFFD.
  private mutating func decode(_ text: String) {
    var text = text
    characters.units.removeAll(keepingCapacity: true)
    var writesTraditional = false
    var units = characters.units
    characters.units = []
    text.withUTF8 { bytes in
      units.reserveCapacity(bytes.count / 2)
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte < 0x80 {
          units.append(UInt16((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
          place &+= 1
        } else if byte < 0xE0 {
          units.append(UInt16(byte & 0x1F) << 6 | UInt16(bytes[place &+ 1] & 0x3F))
          place &+= 2
        } else if byte < 0xF0 {
          var unit =
            UInt16(byte & 0x0F) << 12 | UInt16(bytes[place &+ 1] & 0x3F) << 6
            | UInt16(bytes[place &+ 2] & 0x3F)
          if unit >= 0xFF01 {
            if unit <= 0xFF5E { unit &-= 0xFEE0 }
            if (0x41...0x5A).contains(unit) { unit |= 0x20 }
          } else if unit == 0x7E23 || unit == 0x5340 {
            writesTraditional = true
          }
          units.append(unit)
          place &+= 3
        } else {
          units.append(0xFFFD)
          place &+= 4
        }
      }
    }
    characters.units = units
    if writesTraditional { isTraditional = true }
  }

  private static func isSign(_ unit: UInt16) -> Bool {
    unit == 0x78 || unit == 0x2A || unit == 0xD7 || unit == 0x25CB || unit == 0x25A1
  }

  private static let someone: UInt16 = 0x67D0

  /// Returns true for 全国, 我国 and the beginning of 国务院.
  private static func isNation(_ first: UInt16, _ second: UInt16) -> Bool {
    second == 0x56FD && (first == 0x5168 || first == 0x6211) || first == 0x56FD && second == 0x52A1
  }
}
