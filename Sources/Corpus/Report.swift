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
  /// What in the text speaks against the year of the title or of the file's name.
  public let yearConflict: YearConflict?
  /// What kind of document it is.
  public let documentType: DocumentType
  /// Who issued it, as far as it is clear.
  public let issuer: Issuer?
  /// The day on which the page says that it was published.
  public let publishDate: CalendarDate?
  /// Where it was published, who issued it and for which region, as far as somebody has told.
  public let metadata: ReportMetadata
  /// The paragraphs in the order of the source, the title and the headings among them.
  public let paragraphs: [Paragraph]

  /// Creates a report.
  public init(
    part: Int, title: String, year: ReportYear, yearConflict: YearConflict? = nil,
    documentType: DocumentType = .other, issuer: Issuer? = nil, publishDate: CalendarDate?,
    metadata: ReportMetadata = ReportMetadata(), paragraphs: [Paragraph]
  ) {
    self.part = part
    self.title = title
    self.year = year
    self.yearConflict = yearConflict
    self.documentType = documentType
    self.issuer = issuer
    self.publishDate = publishDate
    self.metadata = metadata
    self.paragraphs = paragraphs
  }
}

extension Report {
  /// Returns the report with what somebody has told about it, which beats what was read.
  ///
  /// A title that is told may tell another year and another type than the one that was read.
  func telling(_ told: ReportMetadata) -> Report {
    let metadata = metadata.overridden(by: told)
    let titled = told.title.map(TitleYear.year) ?? .unknown
    let toldYear =
      told.year.map { ReportYear(year: $0, basis: .metadata, evidence: "\($0)") }
      ?? (titled.year == nil || year.basis == .metadata ? nil : titled)
    return Report(
      part: part, title: told.title ?? title,
      year: toldYear ?? year, yearConflict: toldYear == nil ? yearConflict : nil,
      documentType: told.title.flatMap(TitleType.type) ?? documentType,
      issuer: told.issuer.map { Issuer(name: $0, basis: .metadata) } ?? issuer,
      publishDate: told.date ?? publishDate, metadata: metadata, paragraphs: paragraphs)
  }
}
