/// The statements of a source about a report, before anything is inferred from its text.
///
/// All attributes of a report follow from its head, its paragraphs, and supplied metadata and
/// corrections. It can therefore be attributed again when these change.
public struct ReportHead: Hashable, Sendable, Codable {
  /// The title in the source, or the file name if no line is a title.
  public let title: String
  /// True if a line is marked as the title or reads like one. A first line that is merely in the
  /// position of a title is not evidence of a year.
  public let isTitled: Bool
  /// The publication date on the page.
  public let publishDate: CalendarDate?
  /// The metadata of the page head or of the table row.
  public let metadata: ReportMetadata

  /// Creates the head of a report.
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
