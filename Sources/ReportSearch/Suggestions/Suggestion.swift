/// An alternative to a query without hits, with its totals.
public struct Suggestion: Hashable, Sendable {
  /// The derivation from the original query.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Without its filters and exclusions.
    case unconditional
    /// With all terms anywhere in the same paragraph, without distance and sentence conditions.
    case sameParagraph = "same-paragraph"
    /// With all terms anywhere in the same report.
    case sameReport = "same-report"
    /// One of its terms alone. Suggested even if it has no hits.
    case term
    /// The folded form of a term that requires exact characters.
    case folded
    /// A literal that may be interrupted: `~`.
    case loose
    /// A literal that differs from the original one at one position.
    case spelling
    /// A literal divided into two parts that occur in the same paragraph.
    case cut
    /// The longest prefix or suffix of a literal that occurs.
    case part
    /// A concept with a name similar to a literal.
    case concept
  }

  /// The derivation from the original query.
  public let kind: Kind
  /// The query. Its description is query syntax that users can type.
  public let query: Query
  /// The totals of the query.
  public let totals: SearchResult.Totals
}
