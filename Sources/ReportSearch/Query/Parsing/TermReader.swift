import TextAnalysis

/// Converts a token that is not an operator to a query.
struct TermReader {
  let source: QuerySource
  let concepts: ConceptList

  /// Returns the term or the filter of a token, and notes on possible operators that were read as
  /// text.
  ///
  /// - Throws: A ``QueryParserError`` if the value of a filter is invalid, a concept is unknown or
  ///   a string is empty after folding.
  /// - Precondition: The token is not an operator.
  func query(
    of token: QueryToken
  ) throws(QueryParserError) -> (query: Query, notes: [QueryNote]) {
    let range = token.characterRange
    switch token.kind {
    case .text(let characters, let isLoose):
      return try text(characters, isLoose: isLoose, at: range)
    case .concept(let name):
      guard let concept = concepts[name] else {
        throw QueryParserError(
          .unknownConcept(name, suggestions: concepts.names(near: name)), at: range)
      }
      return (.term(.concept(concept)), [])
    case .field(let field, let value):
      let parser = FilterParser(field: field, value: value, characterRange: range)
      return (.filter(try parser.filter()), [])
    case .original(let value):
      guard let text = OriginalText(value) else {
        throw QueryParserError(.invisible(value), at: range)
      }
      return (.term(.original(text)), [])
    case .scope, .and, .or, .not, .near, .open, .close:
      preconditionFailure("an operator is no term")
    }
  }

  private func text(
    _ characters: [QueryCharacter], isLoose: Bool, at range: Range<Int>
  ) throws(QueryParserError) -> (query: Query, notes: [QueryNote]) {
    let wildcards = Wildcards(characters)
    if !wildcards.joints.isEmpty {
      guard !isLoose else { throw QueryParserError(.looseSign, at: range) }
      // The pieces are not empty: each wildcard is between strings that are not empty after
      // folding.
      let pattern = Pattern(pieces: wildcards.pieces, joints: wildcards.joints)!
      return (.term(.pattern(pattern)), wildcards.notes)
    }
    guard let literal = Literal(characters.text, allowsInterruption: isLoose) else {
      throw QueryParserError(.invisible(characters.text), at: range)
    }
    return (.term(.literal(literal)), wildcards.notes)
  }

  /// Returns the query's characters in a range.
  func text(in range: Range<Int>) -> String {
    String(String.UnicodeScalarView(source.scalars[range]))
  }
}
