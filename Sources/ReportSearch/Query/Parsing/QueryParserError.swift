/// A syntax error in a query, with its range.
public struct QueryParserError: Error, Hashable, Sendable {
  /// The kind of error.
  public enum Kind: Hashable, Sendable {
    /// The query is empty.
    case empty
    /// The query has filters but no search term.
    case onlyFilters
    /// The query has exclusions but no search term.
    case onlyNegations
    /// The query exceeds the maximum length in Unicode scalars, as typed or in its normal form.
    case tooLong(characters: Int, limit: Int)
    /// Groups are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// The query contains a control character.
    case controlCharacter(Unicode.Scalar)
    /// A quotation is not closed.
    case unclosedQuotation(Character, closing: Character)
    /// An opening bracket has no partner.
    case unclosedBracket(Character)
    /// A closing bracket has no partner.
    case unopenedBracket(Character)
    /// A group is empty.
    case emptyGroup
    /// A string is empty after folding.
    case invisible(String)
    /// An operator has no operand.
    case missingOperand(String)
    /// An operand of a proximity operator is neither a term nor a choice of terms.
    case invalidSide(String)
    /// A distance exceeds the limit, in folded characters.
    case invalidDistance(String, limit: Int)
    /// An alternative is an exclusion.
    case negatedAlternative
    /// Some alternatives are filters and others are terms.
    case mixedAlternatives
    /// An exclusion is excluded.
    case doubleNegation
    /// The operand of `~` is not a plain string.
    case looseSign
    /// A field is unknown but resembles a known one.
    case unknownField(String, suggestion: String)
    /// A field has no value.
    case missingValue(field: String)
    /// A value is neither a year nor a span of years.
    case invalidYear(String)
    /// A span of years ends before it begins.
    case reversedYears(String)
    /// A value is neither a day, a month, a year nor a span of them.
    case invalidDate(String)
    /// A span of days ends before it begins.
    case reversedDates(String)
    /// A value is not a kind of section.
    case invalidSection(String)
    /// A value does not occur in the name of any document type.
    case invalidType(String)
    /// A numeric value is not the code of a division.
    case invalidRegionCode(String)
    /// A value cannot be the beginning of a report's identifier.
    case invalidReport(String)
    /// A value of `same:` is not a scope.
    case unknownScope(String)
    /// A scope is not followed by a group.
    case missingGroup(Scope)
    /// A concept is unknown; `suggestions` are similar names.
    case unknownConcept(String, suggestions: [String])
  }

  /// The kind of error.
  public let kind: Kind
  /// The range in the query, in Unicode scalars.
  public let characterRange: Range<Int>

  /// Creates an error.
  public init(_ kind: Kind, at characterRange: Range<Int>) {
    self.kind = kind
    self.characterRange = characterRange
  }
}
