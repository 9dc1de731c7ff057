/// A paragraph of a report, the unit of search and ranking.
public struct Paragraph: Hashable, Sendable {
  /// The role of a paragraph in its report.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The title of the report. A report has at most one.
    case title
    /// A heading. The ``Paragraph/heading`` of the paragraphs below refers to it.
    case heading
    /// Running text.
    case body
    /// An item of a list.
    case list
    /// A row of a table, its cells separated by tabs.
    case table
    /// The issuer and the date at the end of the report (落款).
    case signature
  }

  /// The text as in the source, without white space at its ends.
  public let text: String
  /// The role of the paragraph.
  public let kind: Kind
  /// The index, in the report's paragraphs, of the heading above the paragraph; `nil` if there is
  /// none.
  public let heading: Int?
  /// The line of the source on which the paragraph begins, from 1. In formats without lines, the
  /// number of the paragraph.
  public let lineNumber: Int
  /// The page of the source on which the paragraph begins, from 1; `nil` in formats without pages.
  public let page: Int?
  /// The kind of the section that contains the paragraph.
  public internal(set) var section: SectionKind
  /// The years of the paragraph's spans. The spans cover the text; the array is empty if nothing
  /// was attributed.
  public internal(set) var years: [YearSpan]
  /// The region of the paragraph if it differs from that of its report.
  public internal(set) var region: Region?

  /// Creates a paragraph.
  public init(
    text: String, kind: Kind, heading: Int?, lineNumber: Int, page: Int? = nil,
    section: SectionKind = .other, years: [YearSpan] = [], region: Region? = nil
  ) {
    self.text = text
    self.kind = kind
    self.heading = heading
    self.lineNumber = lineNumber
    self.page = page
    self.section = section
    self.years = years
    self.region = region
  }
}
