public import Corpus

/// The years that a match speaks of, and how that is known.
public struct MentionYear: Hashable, Sendable {
  /// What kind of mention it is.
  public enum Kind: String, Hashable, Sendable {
    /// Something that is told of these years.
    case fact
    /// Nothing tells the years.
    case none
  }

  /// Where the years were found.
  public enum Basis: String, Hashable, Sendable {
    /// The report is about that year; the paragraph's own words were not asked.
    case report
    /// Nowhere.
    case undated
  }

  /// The first year; `nil` where the span is open or unknown.
  public let from: Int?
  /// The last year; `nil` where the span is open or unknown.
  public let to: Int?
  /// What kind of mention it is.
  public let kind: Kind
  /// Where the years were found.
  public let basis: Basis

  /// The year of a report as that of a match in it.
  public init(of report: ReportYear) {
    from = report.year
    to = report.year
    kind = report.year == nil ? .none : .fact
    basis = report.year == nil ? .undated : .report
  }

  /// The row of a table by years that the match falls into: `2011` or `undated`.
  public var row: String { from.map(String.init) ?? "undated" }
}
