/// Cuts a query into its words: at white space outside quotation marks.
struct QueryWords {
  /// A word of a query.
  struct Word: Hashable {
    /// The characters, without quotation marks and backslashes.
    let text: String
    /// Whether it stood in quotation marks.
    let isQuoted: Bool
    /// Whether a backslash stood before its first character.
    let isEscaped: Bool
    /// Whether a `~` stands before it.
    let isLoose: Bool
    /// Whether it begins with a bracket that is not closed in it: the bracket holds white space.
    let opensGroup: Bool
    /// Where it stood in the query, in characters from 0.
    let characterRange: Range<Int>
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Returns the next word, or `nil` at the end.
  mutating func next() throws(QueryParserError) -> Word? {
    while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
    guard place < scalars.count else { return nil }
    let first = place
    let isLoose =
      Self.looseSigns.contains(scalars[place]) && place + 1 < scalars.count
      && !scalars[place + 1].properties.isWhitespace
    if isLoose { place += 1 }
    if let closing = Self.partners[scalars[place]] {
      return try quoted(until: closing, from: first, isLoose: isLoose)
    }
    let start = place
    let isEscaped = scalars[start] == "\\"
    var text = String.UnicodeScalarView()
    while place < scalars.count, !scalars[place].properties.isWhitespace {
      if scalars[place] == "\\", place + 1 < scalars.count { place += 1 }
      text.append(scalars[place])
      place += 1
    }
    return Word(
      text: String(text), isQuoted: false, isEscaped: isEscaped, isLoose: isLoose,
      opensGroup: !isEscaped && Self.opensGroup(scalars[start..<place]),
      characterRange: first..<place)
  }

  private mutating func quoted(
    until closing: Unicode.Scalar, from first: Int, isLoose: Bool
  ) throws(QueryParserError) -> Word {
    let start = place
    place += 1
    var text = String.UnicodeScalarView()
    while place < scalars.count, scalars[place] != closing {
      if scalars[place] == "\\", place + 1 < scalars.count { place += 1 }
      text.append(scalars[place])
      place += 1
    }
    guard place < scalars.count else {
      throw QueryParserError(
        .unclosedQuotation(Character(scalars[start]), closing: Character(closing)),
        at: start..<start + 1)
    }
    place += 1
    return Word(
      text: String(text), isQuoted: true, isEscaped: false, isLoose: isLoose, opensGroup: false,
      characterRange: first..<place)
  }

  private static func opensGroup(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, first == "(" || first == "（" else { return false }
    var depth = 0
    for scalar in word {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if scalar == ")" || scalar == "）" { depth -= 1 }
      if depth == 0 { return false }
    }
    return true
  }

  private static let looseSigns: Set<Unicode.Scalar> = ["~", "～"]
  private static let partners: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "“": "”", "「": "」", "『": "』", "＂": "＂",
  ]
}
