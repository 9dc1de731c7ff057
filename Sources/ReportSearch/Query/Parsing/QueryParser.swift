import TextAnalysis

/// Parses the query language.
///
/// | Syntax                          | Meaning                                                   |
/// |---------------------------------|-----------------------------------------------------------|
/// | `控辍保学`                       | the string, folded                                        |
/// | `控辍保学 留守儿童`               | both, in the same paragraph; also `AND`, `&`              |
/// | `控辍保学 \| 防辍`               | either; also `OR`                                         |
/// | `双减 -校外培训`                  | the first without the second; also `NOT`                  |
/// | `(A \| B) C`                    | groups                                                    |
/// | `"营养改善计划 实施"`              | the string including the space; also `“…”`, `「…」`, `『…』` |
/// | `A /20 B`, `A >20 B`            | at most 20 folded characters between them; in this order  |
/// | `控?保学`, `从…到`, `从...到`     | one character; up to 20 in one sentence: ``Pattern``      |
/// | `~控辍保学`                      | also with one interruption: 控辍、保学                      |
/// | `original:"控輟保學"`            | the unfolded text: ``OriginalText``                       |
/// | `@双减`                         | a list of spellings: ``ConceptList``                      |
/// | `year:2011`, `年份:2010..2015`   | matches attributed to these years                         |
/// | `region:泸州`, `type:计划`, …    | other filters: ``Filter``                                 |
/// | `same:report(A B)`              | both in one report; also `section`, `sentence`            |
/// | `\"`                            | the next character as text                                |
///
/// Full-width operators are equivalent. `-` binds closest, then `/20`, then AND, then OR.
///
/// Text pasted from a document stays literal: `(一)强化控辍保学`, `组长：黄某某`, `为什么？因为`. Brackets group only
/// at the start of a token, and only if they contain an operator or white space. A colon introduces
/// a value only after the name of a known field. `-` excludes only at the start or after white
/// space. A quotation must be followed by white space, an operator or the end. Possible operators
/// that are read as text are reported as ``QueryNote``.
public struct QueryParser: Sendable {
  /// The maximum length of a query, both as typed and in its normal form, in Unicode scalars.
  public static let longestQuery = 1_000

  /// The concepts that queries can reference with `@name`.
  public let concepts: ConceptList

  /// Creates a parser.
  public init(concepts: ConceptList = .sample) { self.concepts = concepts }

  /// Parses a query.
  ///
  /// - Throws: A ``QueryParserError`` with the range of the error.
  /// - Complexity: O(*n*²), with *n* at most ``longestQuery``.
  public func parse(_ text: String) throws(QueryParserError) -> Query {
    try reading(of: text).query
  }

  /// Parses a query, and reports which possible operators were read as text.
  ///
  /// - Throws: A ``QueryParserError`` with the range of the error.
  public func reading(of text: String) throws(QueryParserError) -> QueryReading {
    let reading = try unlimitedReading(of: Array(text.unicodeScalars))
    try checkLength(of: reading.query, typed: text)
    return reading
  }

  /// - Throws: A ``QueryParserError`` if the normal form of a query is too long.
  func checkLength(of query: Query, typed: String) throws(QueryParserError) {
    let characters = query.description.unicodeScalars.count
    guard characters <= Self.longestQuery else {
      throw QueryParserError(
        .tooLong(characters: characters, limit: Self.longestQuery),
        at: 0..<typed.unicodeScalars.count)
    }
  }

  /// Parses a query without limiting the length of its normal form.
  ///
  /// - Parameter textPlaces: The offsets of characters that are text even if they look like
  ///   operators.
  func unlimitedReading(
    of scalars: [Unicode.Scalar], textPlaces: Set<Int> = []
  ) throws(QueryParserError) -> QueryReading {
    guard scalars.count <= Self.longestQuery else {
      throw QueryParserError(
        .tooLong(characters: scalars.count, limit: Self.longestQuery), at: 0..<scalars.count)
    }
    for (place, scalar) in scalars.enumerated()
    where scalar.isControl && !textPlaces.contains(place) {
      throw QueryParserError(.controlCharacter(scalar), at: place..<place + 1)
    }
    let source = QuerySource(scalars: scalars, textPlaces: textPlaces)
    var lexer = QueryLexer(source)
    var tokens: [QueryToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    var parser = PrecedenceParser(
      tokens, TermReader(source: source, concepts: concepts), characterCount: scalars.count)
    let query = try parser.query()
    let notes = (lexer.notes + parser.notes).sorted {
      $0.characterRange.lowerBound < $1.characterRange.lowerBound
    }
    return QueryReading(query: query, notes: notes)
  }
}
