/// What somebody knows about a report without reading it: the person who collected it, or the table
/// that it stands in.
public struct ReportMetadata: Hashable, Sendable, Codable {
  /// Where the text was published.
  public var url: String?
  /// The title.
  public var title: String?
  /// The year that the report is about.
  public var year: Int?
  /// The region that it is about, by its name.
  public var region: String?
  /// Who issued it.
  public var issuer: String?
  /// What kind of document it is.
  public var documentType: DocumentType?
  /// Who published it, as the web page says: its source.
  public var publisher: String?
  /// The day on which it was published.
  public var date: CalendarDate?

  /// Knows nothing.
  public init() {}

  /// What is also true of each of several reports, if it is told of all of them: neither a title nor a
  /// year.
  var ofSeveralReports: ReportMetadata {
    var result = self
    result.title = nil
    result.year = nil
    return result
  }

  /// Returns what is known with what somebody else knows better.
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
