import TextAnalysis

/// Reads what the user typed.
///
/// | Write                      | Means                                                |
/// |----------------------------|------------------------------------------------------|
/// | `控辍保学`                  | the string, folded                                   |
/// | `控辍保学 留守儿童`          | both, in the same paragraph; also `AND`, `&`         |
/// | `"营养改善计划 实施"`         | the string with the space in it; also `“…”`, `「…」`  |
/// | `year:2011`, `年份:2010..2015` | matches that speak of these years                  |
/// | `year:=placeholder`        | matches in this row of a table by years              |
/// | `region:泸州`, `type:计划`, … | other filters: ``Filter``                           |
/// | `~控辍保学`                 | also interrupted once: 控辍、保学                      |
/// | `\"`                       | the next character itself                            |
///
/// What a document may contain stays literal: `(一)强化控辍保学`, `组长：黄某某`. The other operators of
/// the language are refused by name, and never taken for text.
public struct QueryParser: Sendable {
  /// Longer queries are refused: characters.
  public static let longestQuery = 1_000

  /// Creates a parser.
  public init() {}

  /// Reads a query.
  ///
  /// - Throws: A ``QueryParserError`` with the place of what is wrong.
  /// - Complexity: O(*n*).
  public func parse(_ text: String) throws(QueryParserError) -> Query {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= Self.longestQuery else {
      throw QueryParserError(
        .tooLong(characters: scalars.count, limit: Self.longestQuery), at: 0..<scalars.count)
    }
    for (place, scalar) in scalars.enumerated()
    where scalar.value < 0x20 && !scalar.properties.isWhitespace || scalar.value == 0x7F {
      throw QueryParserError(.controlCharacter(scalar), at: place..<place + 1)
    }
    var words = QueryWords(scalars)
    var queries: [Query] = []
    while let word = try words.next() {
      if let query = try query(of: word) { queries.append(query) }
    }
    var seen: Set<Query> = []
    queries = queries.filter { seen.insert($0).inserted }
    guard !queries.isEmpty else { throw QueryParserError(.empty, at: 0..<scalars.count) }
    let query = queries.count == 1 ? queries[0] : .all(queries)
    guard !query.literals.isEmpty else {
      throw QueryParserError(.onlyFilters, at: 0..<scalars.count)
    }
    return query
  }

  private func query(of word: QueryWords.Word) throws(QueryParserError) -> Query? {
    if !word.isQuoted, !word.isLoose {
      if ["AND", "&", "＆"].contains(word.text) { return nil }
      if let filter = try filter(of: word) { return filter }
    }
    if !word.isQuoted {
      if let sign = unsupportedOperator(in: word) {
        throw QueryParserError(.unsupported(sign), at: word.characterRange)
      }
    }
    guard let literal = Literal(word.text, allowsInterruption: word.isLoose) else {
      throw QueryParserError(.invisible(word.text), at: word.characterRange)
    }
    return .term(.literal(literal))
  }

  // MARK: Filters

  /// Fields of the language that this version does not have.
  private static let otherFields: Set = ["published", "same", "original"]

  private func filter(of word: QueryWords.Word) throws(QueryParserError) -> Query? {
    guard let colon = word.text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = FoldedText(String(word.text[..<colon])).string
    let value = String(word.text[word.text.index(after: colon)...])
    if let field = FilterParser.Field(name: name) {
      let parser = FilterParser(field: field, value: value, characterRange: word.characterRange)
      return .filter(try parser.filter())
    }
    if Self.otherFields.contains(name) {
      throw QueryParserError(.unsupported(name + ":"), at: word.characterRange)
    }
    let isName =
      !name.isEmpty && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    guard isName, !value.hasPrefix("//") else { return nil }
    let suggestion = Self.otherFields.union(FilterParser.Field.allCases.map(\.rawValue)).sorted()
      .first { name.isWithinOneEdit(of: $0) }
    guard let suggestion else { return nil }
    throw QueryParserError(.unknownField(name, suggestion: suggestion), at: word.characterRange)
  }

  // MARK: Operators that this version does not have

  private func unsupportedOperator(in word: QueryWords.Word) -> String? {
    let scalars = Array(word.text.unicodeScalars)
    guard let first = scalars.first, !word.isEscaped else { return nil }
    if ["|", "｜", "OR", "NOT", "~", "～"].contains(word.text) || word.text.hasPrefix("NEAR/") {
      return word.text
    }
    if scalars.contains("|") || scalars.contains("｜") { return "|" }
    if scalars.count > 1, "-－@＠~～".unicodeScalars.contains(first) { return String(first) }
    if scalars.count > 1, "/>".unicodeScalars.contains(first),
      scalars[1...].allSatisfy({ ("0"..."9").contains($0) })
    {
      return word.text
    }
    if word.opensGroup { return "(" }
    guard scalars.count > 2 else { return nil }
    for place in 1..<scalars.count - 1 where scalars[place] == "?" { return "?" }
    let inner = String(String.UnicodeScalarView(scalars[1..<scalars.count - 1]))
    if inner.contains("...") { return "..." }
    if inner.contains("…"), !inner.contains("……") { return "…" }
    return nil
  }
}

extension String {
  /// Whether one letter added, left out or changed, or two exchanged, makes another string of this.
  fileprivate func isWithinOneEdit(of other: String) -> Bool {
    let (left, right) = (Array(self), Array(other))
    guard left != right, abs(left.count - right.count) <= 1, left.count > 2 else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    { end += 1 }
    let (rest, otherRest) = (left[start..<left.count - end], right[start..<right.count - end])
    if rest.count <= 1, otherRest.count <= 1 { return true }
    return rest.count == 2 && otherRest.count == 2 && rest.reversed() == Array(otherRest)
  }
}
