/// What a source says about a report before anything is concluded from its text.
///
/// Everything that is attributed to a report follows from its head, its paragraphs and what somebody
/// told, so that it can be attributed again when somebody tells more.
public struct ReportHead: Hashable, Sendable, Codable {
  /// The title as it stands in the source, or the name of the file where no line is a title.
  public let title: String
  /// Whether a line is marked as the title or reads like one. A first line that only stands where a
  /// title would is no evidence of a year.
  public let isTitled: Bool
  /// The day on which the page says that it was published.
  public let publishDate: CalendarDate?
  /// What the head of the page or the row of the table tells.
  public let metadata: ReportMetadata

  /// Creates what a source says.
  public init(
    title: String, isTitled: Bool = false, publishDate: CalendarDate? = nil,
    metadata: ReportMetadata = ReportMetadata()
  ) {
    self.title = title
    self.isTitled = isTitled
    self.publishDate = publishDate
    self.metadata = metadata
  }
}
