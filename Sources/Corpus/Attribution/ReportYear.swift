/// The year that a report is about, and how that is known.
public struct ReportYear: Hashable, Sendable {
  /// Where a report's year was found.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Somebody set it right by hand.
    case manual
    /// Somebody told it beside the text.
    case metadata
    /// In its title.
    case title
    /// In the name of its file.
    case filename
    /// In a heading of the highest level.
    case heading
    /// In the day on which it was signed or delivered (落款).
    case signature
    /// In the day on which the page was published.
    case published
    /// In most of the years that its text names: a guess.
    case textMajority = "text-majority"
    /// Nowhere.
    case unknown
  }

  /// The year, or `nil` if it is unknown.
  public let year: Int?
  /// How it is known.
  public let basis: Basis
  /// The very words that tell the year: the title, the heading, the line of the signature, the date.
  public let evidence: String?

  /// The year of a report that does not tell it.
  public static let unknown = ReportYear(year: nil, basis: .unknown)

  /// Creates a year.
  public init(year: Int?, basis: Basis, evidence: String? = nil) {
    self.year = year
    self.basis = basis
    self.evidence = evidence
  }
}
