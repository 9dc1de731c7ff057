/// Another query that somebody whose query finds nothing may have meant, with what it finds.
public struct Suggestion: Hashable, Sendable {
  /// How it came from the query that finds nothing.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Without its filters and exclusions.
    case unconditional
    /// With all of it anywhere in one paragraph, not near each other or in one sentence.
    case sameParagraph = "same-paragraph"
    /// With all of it anywhere in one report.
    case sameReport = "same-report"
    /// One of its terms alone; told even if it finds nothing.
    case term
    /// The folded string of what asked for the very characters.
    case folded
    /// A string that may also stand interrupted: `~`.
    case loose
    /// A string that differs from one of its own in one place.
    case spelling
    /// A string cut in two that stand in one paragraph.
    case cut
    /// The longest beginning or end of one of its strings that occurs.
    case part
    /// A concept whose name resembles one of its strings.
    case concept
  }

  /// How it came from the query that finds nothing.
  public let kind: Kind
  /// The query; its description is what people may type.
  public let query: Query
  /// The numbers of what it finds.
  public let totals: SearchResult.Totals
}
