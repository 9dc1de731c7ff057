/// The year that a report is about, and how that is known.
public struct ReportYear: Hashable, Sendable {
  /// Where a report's year was found.
  public enum Basis: String, Hashable, Sendable {
    /// Somebody told it beside the text.
    case metadata
    /// In its title.
    case title
    /// Nowhere.
    case unknown
  }

  /// The year, or `nil` if it is unknown.
  public let year: Int?
  /// How it is known.
  public let basis: Basis

  /// The year of a report that does not tell it.
  public static let unknown = ReportYear(year: nil, basis: .unknown)

  /// Creates a year.
  public init(year: Int?, basis: Basis) {
    self.year = year
    self.basis = basis
  }
}
