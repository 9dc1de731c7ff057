/// The unit that is found and ranked.
public struct Paragraph: Hashable, Sendable {
  /// What a paragraph is in its report.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The title of the report; once a report.
    case title
    /// A heading; ``Paragraph/heading`` of the paragraphs below it leads to it.
    case heading
    /// Running text.
    case body
    /// An item of a list.
    case list
    /// A row of a table, its cells separated by tabs.
    case table
    /// Who reports, and when, at the end (落款).
    case signature
  }

  /// The text as it stands in the source, without white space at its ends.
  public let text: String
  /// What the paragraph is.
  public let kind: Kind
  /// The place among the report's paragraphs, from 0, of the heading that the paragraph stands under.
  public let heading: Int?
  /// The line of the source, from 1, on which the paragraph begins; in formats without lines, the
  /// paragraph.
  public let lineNumber: Int
  /// The page of the source, from 1, on which the paragraph begins, in formats that have pages.
  public let page: Int?
  /// What the part of the report in which it stands is about.
  public internal(set) var section: SectionKind
  /// The years that its stretches speak of; they cover it. Empty if nothing was attributed.
  public internal(set) var years: [YearSpan]
  /// The region that it is about, where that is another than its report's.
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
