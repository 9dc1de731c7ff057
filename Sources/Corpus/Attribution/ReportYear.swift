/// The year that a report is about, with the source of this information.
public struct ReportYear: Hashable, Sendable {
  /// The source of a report's year.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// A manual correction.
    case manual
    /// Metadata supplied with the file.
    case metadata
    /// The title.
    case title
    /// The file name.
    case filename
    /// A top-level heading.
    case heading
    /// The date of the signature (落款) or of delivery.
    case signature
    /// The publication date of the page.
    case published
    /// The majority of the years named in the text: low confidence.
    case textMajority = "text-majority"
    /// No source gives a year.
    case unknown
  }

  /// The year, or `nil` if it is unknown.
  public let year: Int?
  /// The source of the year.
  public let basis: Basis
  /// The original text that gives the year: the title, heading, signature line or date.
  public let evidence: String?

  /// An unknown year.
  public static let unknown = ReportYear(year: nil, basis: .unknown)

  /// Creates a year.
  public init(year: Int?, basis: Basis, evidence: String? = nil) {
    self.year = year
    self.basis = basis
    self.evidence = evidence
  }
}
