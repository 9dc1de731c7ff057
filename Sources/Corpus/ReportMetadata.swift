/// What somebody knows about a report without reading it: the person who collected it, or the table
/// that it stands in.
public struct ReportMetadata: Hashable, Sendable {
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
  /// The day on which it was published.
  public var date: CalendarDate?

  /// Knows nothing.
  public init() {}
}
