/// A word, a quotation, an operator or a bracket of a query.
struct QueryToken: Hashable {
  /// What it is.
  enum Kind: Hashable {
    /// Characters to find.
    case text([QueryCharacter], isLoose: Bool)
    /// The name of a concept.
    case concept(String)
    /// A name that is known, with its value: `year:2011`.
    case field(FilterParser.Field, value: String)
    /// Unfolded characters to find.
    case original(String)
    /// A unit; an opening bracket follows.
    case scope(Scope)
    case and
    case or
    case not
    case near(distance: Int, isOrdered: Bool)
    case open
    case close
  }

  /// What it is.
  let kind: Kind
  /// Where it stands in the query, in characters from 0.
  let characterRange: Range<Int>
}
