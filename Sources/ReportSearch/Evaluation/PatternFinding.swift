import TextAnalysis

/// The occurrences of a pattern's span: pieces that are separated by a fixed number of arbitrary
/// characters.
struct PatternStretch {
  /// All occurrences, including overlapping ones.
  private(set) var occurrences: MatchList

  /// Creates a span of one piece from the piece's occurrences.
  init(_ piece: MatchList) { occurrences = piece }

  /// Appends a piece after a fixed number of arbitrary characters.
  mutating func append(_ piece: MatchList, gap: UInt32) {
    var place = 0
    var joined = MatchList()
    joined.mayOverlap = true
    for (index, key) in occurrences.keys.enumerated() {
      place = MatchList.place(of: key, in: piece.keys, from: place)
      guard place < piece.count else { break }
      guard piece.keys[place] == key else { continue }
      var next = piece.matches(at: place)[...]
      for match in occurrences.matches(at: index) {
        let (start, isTooFar) = match.end.addingReportingOverflow(gap)
        if isTooFar { break }
        while let first = next.first, first.start < start { next.removeFirst() }
        guard let first = next.first else { break }
        if first.start == start { joined.append(FoundMatch(start: match.start, end: first.end)) }
      }
      joined.endKey(key)
    }
    occurrences = joined
  }
}

/// Finds sequences of spans with short gaps between them within a sentence: see ``Pattern``.
struct GapFinding {
  /// All occurrences of each span.
  let stretches: [MatchList]
  /// Returns the sentence breaks of a paragraph, which gaps must not cross.
  let breaks: (_ key: UInt32) throws -> SentenceBreaks

  /// Returns the ranges of the matching spans.
  func matches() throws -> MatchList {
    var found = MatchList()
    var places = [Int](repeating: 0, count: stretches.count)
    keys: for (index, key) in stretches[0].keys.enumerated() {
      places[0] = index
      for number in stretches.indices.dropFirst() {
        let place = MatchList.place(of: key, in: stretches[number].keys, from: places[number])
        places[number] = place
        if place == stretches[number].count { break keys }
        if stretches[number].keys[place] != key { continue keys }
      }
      var paragraph = GapsInParagraph(
        stretches: zip(stretches, places).map { $0.matches(at: $1) }, breaks: { try breaks(key) })
      for parts in try paragraph.matches() {
        found.append(FoundMatch(start: parts[0].start, end: parts[parts.count - 1].end))
      }
      found.endKey(key)
    }
    return found
  }
}

extension Pattern {
  /// Returns the stretches of a match; empty if the pattern has no gap, or if the range is not a match
  /// of it.
  ///
  /// - Complexity: O(*n*) in the length of the match, times the number of pieces.
  func parts(
    of match: Range<Int>, in text: FoldedText, breaks: SentenceBreaks
  ) -> [Range<Int>] {
    guard joints.contains(.gap) else { return [] }
    let scalars = Array(text.part(match).string.unicodeScalars)
    let found = stretches.map { stretch in
      let length = stretch.count
      let starts = (0...max(0, scalars.count - length)).filter { start in
        start + length <= scalars.count
          && zip(stretch, scalars[start...]).allSatisfy { $0 == nil || $0 == $1 }
      }
      return starts.map { start in
        let start = UInt32(match.lowerBound + start)
        return FoundMatch(start: start, end: start + UInt32(length))
      }[...]
    }
    var search = GapsInParagraph(stretches: found, breaks: { breaks })
    let matches = (try? search.matches()) ?? []
    let parts = matches.first { parts in
      parts[0].start == match.lowerBound && parts[parts.count - 1].end == match.upperBound
    }
    return (parts ?? []).map { Int($0.start)..<Int($0.end) }
  }

  /// The characters between gaps; `nil` is any character.
  private var stretches: [[Unicode.Scalar?]] {
    var stretches: [[Unicode.Scalar?]] = [Array(pieces[0].string.unicodeScalars)]
    for (joint, piece) in zip(joints, pieces.dropFirst()) {
      let scalars: [Unicode.Scalar?] = Array(piece.string.unicodeScalars)
      switch joint {
      case .gap: stretches.append(scalars)
      case .anyCharacter(let count):
        stretches[stretches.count - 1] += Array(repeating: nil, count: count) + scalars
      }
    }
    return stretches
  }
}

/// Finds the matches of one pattern in one paragraph or sentence.
private struct GapsInParagraph {
  let stretches: [ArraySlice<FoundMatch>]
  let breaks: () throws -> SentenceBreaks
  private var knownBreaks: SentenceBreaks?
  /// The spans, as their index and start, after which the rest of the pattern cannot be found. Each
  /// is tried once only.
  private var failed: Set<[UInt32]> = []

  init(stretches: [ArraySlice<FoundMatch>], breaks: @escaping () throws -> SentenceBreaks) {
    self.stretches = stretches
    self.breaks = breaks
  }

  /// Returns the stretches of each match.
  mutating func matches() throws -> [[FoundMatch]] {
    var found: [[FoundMatch]] = []
    var next: UInt32 = 0
    for first in stretches[0] where first.start >= next {
      guard let rest = try rest(behind: first.end, stretch: 1) else { continue }
      found.append([stretches[0].last { $0.end <= rest[0].start }!] + rest)
      next = rest.last!.end
    }
    return found
  }

  /// Returns the nearest occurrence of a span after a position, followed by the occurrences of the
  /// remaining spans; `nil` if there are none.
  private mutating func rest(behind end: UInt32, stretch: Int) throws -> [FoundMatch]? {
    for match in stretches[stretch] where match.start >= end {
      guard match.start - end <= UInt32(Pattern.longestGap) else { return nil }
      if knownBreaks == nil { knownBreaks = try breaks() }
      if knownBreaks!.lie(between: Int(end), and: Int(match.start)) { return nil }
      if stretch == stretches.count - 1 { return [match] }
      let key = [UInt32(stretch), match.start]
      if failed.contains(key) { continue }
      if let rest = try rest(behind: match.end, stretch: stretch + 1) { return [match] + rest }
      failed.insert(key)
    }
    return nil
  }
}
