/// Metadata about a report from outside its text: supplied by a user, or from a table row or a page
/// head.
public struct ReportMetadata: Hashable, Sendable, Codable {
  /// The address at which the report was published.
  public var url: String?
  /// The title.
  public var title: String?
  /// The year that the report is about.
  public var year: Int?
  /// The name of the region that the report is about.
  public var region: String?
  /// The issuer.
  public var issuer: String?
  /// The document type.
  public var documentType: DocumentType?
  /// The publisher, which a web page names as its source.
  public var publisher: String?
  /// The publication date.
  public var date: CalendarDate?

  /// Creates metadata without values.
  public init() {}

  /// This metadata without title and year, for use with each of several reports.
  var ofSeveralReports: ReportMetadata {
    var result = self
    result.title = nil
    result.year = nil
    return result
  }

  /// Returns this metadata with the non-nil values of `other` taking precedence.
  public func overridden(by other: ReportMetadata) -> ReportMetadata {
    var result = self
    result.url = other.url ?? url
    result.title = other.title ?? title
    result.year = other.year ?? year
    result.region = other.region ?? region
    result.issuer = other.issuer ?? issuer
    result.documentType = other.documentType ?? documentType
    result.publisher = other.publisher ?? publisher
    result.date = other.date ?? date
    return result
  }
}
