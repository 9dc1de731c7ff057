import TextAnalysis

/// Strings of an index that differ in one place from a string that it does not have.
///
/// Which beginnings and which ends of the string occur tells where the difference may lie: a string that
/// differs at one place has the same characters before it and behind it. Characters that the string does not
/// have are read in some of the texts that have the rest of it, so that those that are frequent there are
/// found, whatever the size of the index. Of three characters, another middle one is not found.
struct NearSpellings {
  /// The longest beginning of the string that occurs, in characters; at least 1.
  private let head: Int
  /// The longest end of the string that occurs, in characters; at least 1.
  private let tail: Int
  private let characters: [Unicode.Scalar]
  private let index: Searcher

  /// The most places of a string at which a difference of one kind is looked for.
  private static let mostPlaces = 8
  /// The most hits of a query whose texts are read.
  private static let mostTexts = 48
  /// The most strings that are taken from texts, those that stand there most often.
  private static let mostCandidates = 12

  /// Finds out what of a string occurs.
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
    // A single character costs more than any longer string, and hardly ever is what is missing.
    head = try Self.longest(below: characters.count) { try occurs(characters.prefix($0)) }
    tail = try Self.longest(below: characters.count) { try occurs(characters.suffix($0)) }
  }

  /// The greatest length that passes, below a limit; what is longer than one that fails fails as well.
  private static func longest(below limit: Int, _ passes: (Int) throws -> Bool) rethrows -> Int {
    var lower = 1
    var upper = max(limit, 2)
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if try passes(middle) { lower = middle } else { upper = middle }
    }
    return lower
  }

  /// The longest beginning and the longest end that occur and have two characters at least.
  var parts: [String] {
    [
      head > 1 ? text(0..<head) : nil,
      tail > 1 ? text(characters.count - tail..<characters.count) : nil,
    ]
    .compactMap(\.self)
  }

  /// The string as two that both occur, each of two characters at least, cut as near to its middle as can
  /// be; `nil` if it cannot.
  var cut: (String, String)? {
    let count = characters.count
    let (first, last) = (max(count - tail, 2), min(head, count - 2))
    guard first <= last else { return nil }
    let place = min(max(count / 2, first), last)
    return (text(0..<place), text(place..<count))
  }

  /// Whether the string may stand somewhere in two parts, one behind the other.
  var mayStandInParts: Bool { head + tail >= characters.count }

  /// Returns strings with one character left out, added or changed, or with two neighbours exchanged, that
  /// may occur; each once, none of them the string itself.
  ///
  /// - Complexity: At most five queries, the texts of ``mostTexts`` hits of each are read.
  func spellings() throws -> [String] {
    let count = characters.count
    var found: [String] = []
    for place in places(from: max(count - 1 - tail, 1), through: min(head, count - 2)) {
      // What is left without its first or last character is one of the parts.
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

  /// What stands in texts that have the string with any character for one of its own, or with one more; by
  /// the number of places in some of the best hits.
  ///
  /// A single character stands in so many texts that both parts must be longer: ``fromNeighbours()``.
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

  /// What stands beside all of the string but its last or first one or two characters, as far as it is the
  /// string with one character changed or added there; by the number of places in some of the best hits.
  private func fromNeighbours() throws -> [String: Int] {
    let count = characters.count
    var counts: [String: Int] = [:]
    for length in [count - 2, count - 1] where length > 1 {
      // Behind the beginning: a wrong character and the rest, or one too many and the rest.
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

  /// Counts a string if what differs in it is a letter, a digit or Han.
  private func add(
    _ folded: [Unicode.Scalar], _ range: Range<Int>, differingAt place: Int,
    to counts: inout [String: Int]
  ) {
    let properties = folded[place].properties
    guard properties.isAlphabetic || properties.numericType != nil else { return }
    counts[String(String.UnicodeScalarView(folded[range])), default: 0] += 1
  }

  /// Calls a closure with the folded texts of some of the best hits of a part, and where it stands in them.
  private func forEachPlace(
    of part: Range<Int>, _ body: ([Unicode.Scalar], Range<Int>) -> Void
  ) throws {
    guard let literal = Literal(text(part)) else { return }
    _ = try index.forEachHit(of: .term(.literal(literal)), limit: Self.mostTexts) { hit in
      let folded = Array(FoldedText(hit.paragraph.text).string.unicodeScalars)
      for match in hit.matches { body(folded, match.foldedRange) }
    }
  }

  /// The first of some places.
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
