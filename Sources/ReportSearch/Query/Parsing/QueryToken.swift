/// A word, a quotation, an operator or a bracket of a query.
struct QueryToken: Hashable {
  /// The kind of a token.
  enum Kind: Hashable {
    /// Characters to find.
    case text([QueryCharacter], isLoose: Bool)
    /// The name of a concept.
    case concept(String)
    /// A known field and its value: `year:2011`.
    case field(FilterParser.Field, value: String)
    /// Unfolded characters to find.
    case original(String)
    /// A scope. An opening bracket follows.
    case scope(Scope)
    case and
    case or
    case not
    case near(distance: Int, isOrdered: Bool)
    case open
    case close
  }

  /// The kind of token.
  let kind: Kind
  /// The range in the query, in Unicode scalars.
  let characterRange: Range<Int>
}
