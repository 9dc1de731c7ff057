/// One published document: a work report, a plan, a notice.
///
/// A file may hold several; see ``Source``.
public struct Report: Hashable, Sendable {
  /// The place of the report in its source, from 1.
  public let part: Int
  /// What the source itself says about the report.
  public let head: ReportHead
  /// What somebody told about it beside the text; it beats what was read.
  public internal(set) var metadata = ReportMetadata()
  /// What somebody set right by hand; it beats everything.
  public internal(set) var correction = ReportMetadata()
  /// The title: as it was told, or as it stands in the source.
  public internal(set) var title: String
  /// The year that the report is about.
  public internal(set) var year: ReportYear
  /// What in the text speaks against the year of the title or of the file's name.
  public internal(set) var yearConflict: YearConflict?
  /// What kind of document it is.
  public internal(set) var documentType: DocumentType
  /// Who issued it, as far as it is clear.
  public internal(set) var issuer: Issuer?
  /// The region that it is about.
  public internal(set) var region: Region
  /// The paragraphs in the order of the source, the title and the headings among them.
  public internal(set) var paragraphs: [Paragraph]

  /// Creates a report with what its source says, and with what is attributed to it already.
  public init(
    part: Int, head: ReportHead, year: ReportYear = .unknown,
    documentType: DocumentType = .other, issuer: Issuer? = nil, region: Region = .unknown,
    paragraphs: [Paragraph]
  ) {
    self.part = part
    self.head = head
    title = head.title
    self.year = year
    self.documentType = documentType
    self.issuer = issuer
    self.region = region
    self.paragraphs = paragraphs
  }
}

extension Report {
  /// A fact that somebody told.
  struct ToldFact<Value> {
    let value: Value
    /// Whether it was set by hand.
    let isCorrection: Bool
  }

  /// Returns what somebody told: by hand, beside the text, or in the text's own head.
  func told<Value>(_ fact: KeyPath<ReportMetadata, Value?>) -> ToldFact<Value>? {
    if let value = correction[keyPath: fact] { return ToldFact(value: value, isCorrection: true) }
    let value = metadata[keyPath: fact] ?? head.metadata[keyPath: fact]
    return value.map { ToldFact(value: $0, isCorrection: false) }
  }

  /// The day on which it was published, as somebody told or the page says.
  public var publishDate: CalendarDate? { told(\.date)?.value ?? head.publishDate }

  /// Where it was published, as far as that is known.
  public var url: String? { told(\.url)?.value }
}
