import TextAnalysis

/// Makes a query of a token that is no operator.
struct TermReader {
  let source: QuerySource
  let concepts: ConceptList

  /// Returns the term or the filter of a token, and what in it was taken for text.
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
      // The pieces are not empty: wildcards stand between characters that folding leaves.
      let pattern = Pattern(pieces: wildcards.pieces, joints: wildcards.joints)!
      return (.term(.pattern(pattern)), wildcards.notes)
    }
    guard let literal = Literal(characters.text, allowsInterruption: isLoose) else {
      throw QueryParserError(.invisible(characters.text), at: range)
    }
    return (.term(.literal(literal)), wildcards.notes)
  }

  /// The characters of the query in a range.
  func text(in range: Range<Int>) -> String {
    String(String.UnicodeScalarView(source.scalars[range]))
  }
}
