/// One published document: a work report, a plan, a notice.
///
/// A file may hold several; see ``Source``.
public struct Report: Hashable, Sendable {
  /// The place of the report in its source, from 1.
  public let part: Int
  /// The title as it stands in the source, or the name of the file where no line is a title.
  public let title: String
  /// The year that the report is about.
  public let year: ReportYear
  /// The day on which the page says that it was published.
  public let publishDate: CalendarDate?
  /// Where it was published, who issued it and for which region, as far as somebody has told.
  public let metadata: ReportMetadata
  /// The paragraphs in the order of the source, the title and the headings among them.
  public let paragraphs: [Paragraph]

  /// Creates a report.
  public init(
    part: Int, title: String, year: ReportYear, publishDate: CalendarDate?,
    metadata: ReportMetadata = ReportMetadata(), paragraphs: [Paragraph]
  ) {
    self.part = part
    self.title = title
    self.year = year
    self.publishDate = publishDate
    self.metadata = metadata
    self.paragraphs = paragraphs
  }
}

extension Report {
  /// Returns the report with what somebody has told about it, which beats what was read.
  func telling(_ told: ReportMetadata) -> Report {
    Report(
      part: part, title: told.title ?? title,
      year: told.year.map { ReportYear(year: $0, basis: .metadata) } ?? year,
      publishDate: told.date ?? publishDate, metadata: metadata.overridden(by: told),
      paragraphs: paragraphs)
  }
}
