/// The reason why a query could not be understood, and where in it.
public struct QueryParserError: Error, Hashable, Sendable {
  /// What is wrong with the query.
  public enum Kind: Hashable, Sendable {
    /// There is nothing in it to look for.
    case empty
    /// It has only filters, and no string to look for.
    case onlyFilters
    /// It only says what to exclude, and no string to look for.
    case onlyNegations
    /// It is longer than the limit, in characters, as typed or in its normal form.
    case tooLong(characters: Int, limit: Int)
    /// Its brackets stand in one another deeper than the limit.
    case tooDeep(limit: Int)
    /// It has a character that no text has.
    case controlCharacter(Unicode.Scalar)
    /// A quotation mark was opened and never closed.
    case unclosedQuotation(Character, closing: Character)
    /// A bracket was opened and never closed.
    case unclosedBracket(Character)
    /// A bracket closes what was never opened.
    case unopenedBracket(Character)
    /// Brackets with nothing in them.
    case emptyGroup
    /// A string of which folding leaves nothing.
    case invisible(String)
    /// An operator has nothing to work on.
    case missingOperand(String)
    /// What an operator for nearness stands beside is no string and no choice of strings.
    case invalidSide(String)
    /// A distance that is longer than the limit, in folded characters.
    case invalidDistance(String, limit: Int)
    /// A choice between something and the lack of something.
    case negatedAlternative
    /// A choice between a string and a filter.
    case mixedAlternatives
    /// What is excluded is itself an exclusion.
    case doubleNegation
    /// A `~` stands before something that is no plain string.
    case looseSign
    /// A filter that no version has; perhaps another was meant.
    case unknownField(String, suggestion: String)
    /// A filter without a value.
    case missingValue(field: String)
    /// A value that is no year and no span of years.
    case invalidYear(String)
    /// A span of years that ends before it begins.
    case reversedYears(String)
    /// A value that is no day, no month, no year and no span of them.
    case invalidDate(String)
    /// A span of days that ends before it begins.
    case reversedDates(String)
    /// A value that is no kind of section.
    case invalidSection(String)
    /// A value that occurs in no name of a kind of document.
    case invalidType(String)
    /// Digits that are not the code of a division.
    case invalidRegionCode(String)
    /// A value that no identifier of a report can begin with.
    case invalidReport(String)
    /// A value that is no unit.
    case unknownScope(String)
    /// A unit without the brackets that hold what must stand in it.
    case missingGroup(Scope)
    /// A concept that no list has; perhaps another was meant.
    case unknownConcept(String, suggestions: [String])
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
