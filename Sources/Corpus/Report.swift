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
  /// The region that it is about.
  public let region: Region
  /// The day on which the page says that it was published.
  public let publishDate: CalendarDate?
  /// Where it was published, who issued it and for which region, as far as somebody has told.
  public let metadata: ReportMetadata
  /// The paragraphs in the order of the source, the title and the headings among them.
  public let paragraphs: [Paragraph]

  /// Creates a report.
  public init(
    part: Int, title: String, year: ReportYear, yearConflict: YearConflict? = nil,
    documentType: DocumentType = .other, issuer: Issuer? = nil, region: Region = .unknown,
    publishDate: CalendarDate?,
    metadata: ReportMetadata = ReportMetadata(), paragraphs: [Paragraph]
  ) {
    self.part = part
    self.title = title
    self.year = year
    self.yearConflict = yearConflict
    self.documentType = documentType
    self.issuer = issuer
    self.region = region
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
      issuer: told.issuer.map { Issuer(name: $0, basis: .metadata) } ?? issuer, region: region,
      publishDate: told.date ?? publishDate, metadata: metadata, paragraphs: paragraphs)
  }

  /// Returns the report with other paragraphs, and with another region where one is told.
  func holding(_ paragraphs: [Paragraph], region: Region? = nil) -> Report {
    Report(
      part: part, title: title, year: year, yearConflict: yearConflict, documentType: documentType,
      issuer: issuer, region: region ?? self.region, publishDate: publishDate, metadata: metadata,
      paragraphs: paragraphs)
  }

  /// The report with the region that somebody told, where one is told.
  var withToldRegion: Report {
    guard metadata.region != nil else { return self }
    let regions = RegionAttribution.regions(of: self, sourceName: "")
    return holding(
      zip(paragraphs, regions.paragraphs).map { $0.about($1) }, region: regions.report)
  }
}
