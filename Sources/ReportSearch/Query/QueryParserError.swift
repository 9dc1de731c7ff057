/// The reason why a query could not be understood, and where in it.
public struct QueryParserError: Error, Hashable, Sendable {
  /// What is wrong with the query.
  public enum Kind: Hashable, Sendable {
    /// There is nothing in it to look for.
    case empty
    /// It has only filters, and no string to look for.
    case onlyFilters
    /// It is longer than the limit, in characters.
    case tooLong(characters: Int, limit: Int)
    /// It has a character that no text has.
    case controlCharacter(Unicode.Scalar)
    /// A quotation mark was opened and never closed.
    case unclosedQuotation(Character, closing: Character)
    /// A string of which folding leaves nothing.
    case invisible(String)
    /// A filter that no version has; perhaps another was meant.
    case unknownField(String, suggestion: String?)
    /// A filter without a value.
    case missingValue(field: String)
    /// A value that is no year and no span of years.
    case invalidYear(String)
    /// A span of years that ends before it begins.
    case reversedYears(String)
    /// A value that is no kind of section.
    case invalidSection(String)
    /// An operator of the query language that this version does not have.
    case unsupported(String)
  }

  /// What is wrong.
  public let kind: Kind
  /// Where in the query, in characters (Unicode scalars) from 0.
  public let characterRange: Range<Int>

  /// Creates an error.
  public init(_ kind: Kind, at characterRange: Range<Int>) {
    self.kind = kind
    self.characterRange = characterRange
  }
}
