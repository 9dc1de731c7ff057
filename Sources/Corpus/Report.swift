/// One published document: a work report, a plan, a notice.
///
/// A file may contain several; see ``Source``.
public struct Report: Hashable, Sendable {
  /// The position of the report in its source, from 1.
  public let part: Int
  /// The statements of the source itself about the report.
  public let head: ReportHead
  /// Supplied metadata. It takes precedence over everything in the source.
  public internal(set) var metadata = ReportMetadata()
  /// Manual corrections. They take precedence over everything else.
  public internal(set) var correction = ReportMetadata()
  /// The title: an overriding value, else the title in the source.
  public internal(set) var title: String
  /// The year that the report is about.
  public internal(set) var year: ReportYear
  /// Evidence in the text that contradicts the year in the title or the file name.
  public internal(set) var yearConflict: YearConflict?
  /// The document type.
  public internal(set) var documentType: DocumentType
  /// The issuer, if it is known.
  public internal(set) var issuer: Issuer?
  /// The region of the report.
  public internal(set) var region: Region
  /// The paragraphs in the order of the source, including the title and the headings.
  public internal(set) var paragraphs: [Paragraph]

  /// Creates a report from its source, with values that were attributed already.
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
  /// An overriding value.
  struct ToldFact<Value> {
    let value: Value
    /// True if the value is a manual correction.
    let isCorrection: Bool
  }

  /// Returns the overriding value: a manual correction, else supplied metadata, else the document's
  /// own header. Returns `nil` if none has a value.
  func told<Value>(_ fact: KeyPath<ReportMetadata, Value?>) -> ToldFact<Value>? {
    if let value = correction[keyPath: fact] { return ToldFact(value: value, isCorrection: true) }
    let value = metadata[keyPath: fact] ?? head.metadata[keyPath: fact]
    return value.map { ToldFact(value: $0, isCorrection: false) }
  }

  /// The publication date: an overriding value, else the date on the page.
  public var publishDate: CalendarDate? { told(\.date)?.value ?? head.publishDate }

  /// The address at which the report was published, if known.
  public var url: String? { told(\.url)?.value }
}
