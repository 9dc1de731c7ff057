import TextAnalysis

/// Reads what the user typed.
///
/// | Write                      | Means                                                |
/// |----------------------------|------------------------------------------------------|
/// | `控辍保学`                  | the string, folded                                   |
/// | `控辍保学 留守儿童`          | both, in the same paragraph; also `AND`, `&`         |
/// | `"营养改善计划 实施"`         | the string with the space in it; also `“…”`, `「…」`  |
/// | `year:2011`, `年份:2010..2015` | matches that speak of these years                  |
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
    return .literal(literal)
  }

  // MARK: Filters

  private static let yearFields: Set = ["year", "年份"]
  /// Fields of the language that this version does not have.
  private static let otherFields: Set = [
    "report-year", "published", "region", "地区", "type", "section", "title", "heading", "issuer",
    "path", "report", "same", "original",
  ]

  private func filter(of word: QueryWords.Word) throws(QueryParserError) -> Query? {
    guard let colon = word.text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let field = FoldedText(String(word.text[..<colon])).string
    let value = String(word.text[word.text.index(after: colon)...])
    if Self.yearFields.contains(field) {
      guard !value.isEmpty else {
        throw QueryParserError(.missingValue(field: field), at: word.characterRange)
      }
      return .year(try years(value, at: word.characterRange))
    }
    if Self.otherFields.contains(field) {
      throw QueryParserError(.unsupported(field + ":"), at: word.characterRange)
    }
    let isName =
      !field.isEmpty && field.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    guard isName, !value.hasPrefix("//") else { return nil }
    let suggestion = Self.yearFields.union(Self.otherFields).sorted().first {
      field.isWithinOneEdit(of: $0)
    }
    guard let suggestion else { return nil }
    throw QueryParserError(
      .unknownField(field, suggestion: suggestion), at: word.characterRange)
  }

  private func years(
    _ value: String, at range: Range<Int>
  ) throws(QueryParserError) -> YearFilter {
    var text = FoldedText(value).string
    let isExact = text.hasPrefix("=")
    if isExact { text.removeFirst() }
    let separators = ["..", "–", "—", "…"]
    let separator = separators.first { text.contains($0) }
    let ends = separator.map { text.split(separator: $0, omittingEmptySubsequences: false) }
    let parts = ends ?? [text[...], text[...]]
    let years = parts.map { $0.isEmpty ? Int?.none : Int($0.hasSuffix("年") ? $0.dropLast() : $0) }
    guard parts.count == 2, parts.contains(where: { !$0.isEmpty }),
      zip(parts, years).allSatisfy({ part, year in
        part.isEmpty || year.map { (1000...2999).contains($0) } ?? false
      })
    else { throw QueryParserError(.invalidYear(value), at: range) }
    if let first = years[0], let last = years[1], first > last {
      throw QueryParserError(.reversedYears(value), at: range)
    }
    return YearFilter(first: years[0], last: years[1], isExact: isExact)
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
