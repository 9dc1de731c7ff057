import TextAnalysis

/// Strings in an index that differ at one position from a string that is not in it.
///
/// The longest prefix and suffix of the string that occur limit the positions of the difference,
/// because a string that differs at one position has the same characters before and after it.
/// Characters that the string does not contain are read from a sample of the texts that contain the
/// rest of it. Frequent spellings are found this way at a cost independent of the size of the
/// index. In a string of three characters, a different middle character is not found.
struct NearSpellings {
  /// The length of the longest prefix that occurs, in characters; at least 1.
  private let head: Int
  /// The length of the longest suffix that occurs, in characters; at least 1.
  private let tail: Int
  private let characters: [Unicode.Scalar]
  private let index: Searcher

  /// The maximum number of positions at which one kind of difference is tried.
  private static let mostPlaces = 8
  /// The maximum number of hits of a query whose texts are read.
  private static let mostTexts = 48
  /// The maximum number of candidates taken from texts, most frequent first.
  private static let mostCandidates = 12

  /// Determines which prefixes and suffixes of the string occur.
  ///
  /// - Complexity: O(log *n*) queries in the length of the string.
  init(of string: FoldedText, in index: Searcher) throws {
    characters = Array(string.string.unicodeScalars)
    self.index = index
    let characters = characters
    func occurs(_ part: ArraySlice<Unicode.Scalar>) throws -> Bool {
      guard let literal = Literal(String(String.UnicodeScalarView(part))) else { return false }
      return try index.ranking(of: .term(.literal(literal)), limit: 0).totals.matches > 0
    }
    // A single character costs more to look up than any longer string, and is hardly ever missing.
    head = try Self.longest(below: characters.count) { try occurs(characters.prefix($0)) }
    tail = try Self.longest(below: characters.count) { try occurs(characters.suffix($0)) }
  }

  /// Returns the greatest length below a limit that passes the test, by binary search. The test
  /// must be monotonic.
  private static func longest(below limit: Int, _ passes: (Int) throws -> Bool) rethrows -> Int {
    var lower = 1
    var upper = max(limit, 2)
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if try passes(middle) { lower = middle } else { upper = middle }
    }
    return lower
  }

  /// The longest prefix and suffix that occur, if they have at least two characters.
  var parts: [String] {
    [
      head > 1 ? text(0..<head) : nil,
      tail > 1 ? text(characters.count - tail..<characters.count) : nil,
    ]
    .compactMap(\.self)
  }

  /// A division of the string into two parts that both occur and have at least two characters, as
  /// close to the middle as possible; `nil` if there is none.
  var cut: (String, String)? {
    let count = characters.count
    let (first, last) = (max(count - tail, 2), min(head, count - 2))
    guard first <= last else { return nil }
    let place = min(max(count / 2, first), last)
    return (text(0..<place), text(place..<count))
  }

  /// True if the string may occur interrupted, as two consecutive parts.
  var mayStandInParts: Bool { head + tail >= characters.count }

  /// Returns distinct strings that may occur and that differ from the string by one deletion,
  /// insertion or substitution, or by the transposition of two adjacent characters.
  ///
  /// - Complexity: At most five queries; the texts of ``mostTexts`` hits of each are read.
  func spellings() throws -> [String] {
    let count = characters.count
    var found: [String] = []
    for place in places(from: max(count - 1 - tail, 1), through: min(head, count - 2)) {
      // A deletion of the first or last character gives one of ``parts``.
      found.append(text(0..<place) + text(place + 1..<count))
    }
    for place in places(from: count - 2 - tail, through: min(head, count - 2)) {
      found.append(exchanged(at: place))
    }
    var counts = try fromPatterns()
    counts.merge(try fromNeighbours()) { $0 + $1 }
    found += counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.mostCandidates).map(\.key)
    var seen: Set<String> = [text(0..<count)]
    return found.filter { seen.insert($0).inserted }
  }

  /// Returns strings from texts that match the string with one character replaced by any or with
  /// any one inserted, and the number of their occurrences in some of the best hits.
  ///
  /// Both parts need at least two characters, because a single one occurs in too many texts.
  /// ``fromNeighbours()`` covers the other cases.
  private func fromPatterns() throws -> [String: Int] {
    let count = characters.count
    var patterns: [Query] = []
    for change in [1, 0] {
      let last = min(head, count - 2 - change)
      for place in places(from: max(count - change - tail, 2), through: last) {
        let pieces = [text(0..<place), text(place + change..<count)]
        if let pattern = Pattern(pieces: pieces, joints: [.anyCharacter(count: 1)]) {
          patterns.append(.term(.pattern(pattern)))
        }
      }
    }
    guard !patterns.isEmpty else { return [:] }
    var counts: [String: Int] = [:]
    _ = try index.forEachHit(of: .any(of: patterns), limit: Self.mostTexts) { hit in
      let folded = Array(FoldedText(hit.paragraph.text).string.unicodeScalars)
      for match in hit.matches {
        counts[String(String.UnicodeScalarView(folded[match.foldedRange])), default: 0] += 1
      }
    }
    return counts
  }

  /// Returns strings from texts that contain the string without its first or last one or two
  /// characters, if their neighbouring characters make them the string with one substitution or
  /// insertion; and the number of their occurrences in some of the best hits.
  private func fromNeighbours() throws -> [String: Int] {
    let count = characters.count
    var counts: [String: Int] = [:]
    for length in [count - 2, count - 1] where length > 1 {
      // After the prefix: a substituted character and the rest, or an inserted one and the rest.
      let rests = [length + 1..<count, length..<count].filter { $0.count < 2 }
      if length <= head {
        try forEachPlace(of: 0..<length) { folded, place in
          for rest in rests where folded.count > place.upperBound + rest.count {
            let end = place.upperBound + 1 + rest.count
            guard folded[place.upperBound + 1..<end].elementsEqual(characters[rest]) else {
              continue
            }
            add(folded, place.lowerBound..<end, differingAt: place.upperBound, to: &counts)
          }
        }
      }
      let heads = [0..<count - length - 1, 0..<count - length].filter { $0.count < 2 }
      if length <= tail {
        try forEachPlace(of: count - length..<count) { folded, place in
          for head in heads where place.lowerBound > head.count {
            let start = place.lowerBound - 1 - head.count
            guard folded[start..<place.lowerBound - 1].elementsEqual(characters[head]) else {
              continue
            }
            add(folded, start..<place.upperBound, differingAt: place.lowerBound - 1, to: &counts)
          }
        }
      }
    }
    return counts
  }

  /// Counts a string if the differing character is alphabetic (including Han) or numeric.
  private func add(
    _ folded: [Unicode.Scalar], _ range: Range<Int>, differingAt place: Int,
    to counts: inout [String: Int]
  ) {
    let properties = folded[place].properties
    guard properties.isAlphabetic || properties.numericType != nil else { return }
    counts[String(String.UnicodeScalarView(folded[range])), default: 0] += 1
  }

  /// Calls a closure with the folded texts of some of the best hits of a part, and with its range
  /// in them.
  private func forEachPlace(
    of part: Range<Int>, _ body: ([Unicode.Scalar], Range<Int>) -> Void
  ) throws {
    guard let literal = Literal(text(part)) else { return }
    _ = try index.forEachHit(of: .term(.literal(literal)), limit: Self.mostTexts) { hit in
      let folded = Array(FoldedText(hit.paragraph.text).string.unicodeScalars)
      for match in hit.matches { body(folded, match.foldedRange) }
    }
  }

  /// Returns a range of positions, limited to ``mostPlaces``.
  private func places(from first: Int, through last: Int) -> Range<Int> {
    let first = max(first, 0)
    return first..<max(first, min(last + 1, first + Self.mostPlaces))
  }

  private func exchanged(at place: Int) -> String {
    var exchanged = characters
    exchanged.swapAt(place, place + 1)
    return String(String.UnicodeScalarView(exchanged))
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(characters[range]))
  }
}
