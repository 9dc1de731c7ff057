public import Corpus
import TextAnalysis

/// A paragraph that fits a query.
public struct Hit: Hashable, Sendable {
  /// The rank in the list of hits, from 1.
  public let rank: Int
  /// The relevance score; higher is better. Scores are comparable only within one query.
  public let score: Double
  /// The paragraph.
  public let paragraph: IndexedParagraph
  /// The report that contains the paragraph.
  public let report: IndexedReport
  /// The matches, in the order of the text.
  public let matches: [Match]
  /// The near-duplicate group of the paragraph; `nil` if it has no near-duplicates.
  public internal(set) var copies: CopyMembership?
}

/// The role of a paragraph in its near-duplicate group.
public struct CopyMembership: Hashable, Sendable {
  /// The identifier of the group: that of its earliest paragraph.
  public let group: String
  /// The number of paragraphs of the group in the whole index; at least two.
  public let count: Int
  /// True if the paragraph is the earliest of the group: from the report with the earliest year,
  /// then by path.
  public let isFirst: Bool
}

extension Hit {
  /// The region of the paragraph, or of its report if the paragraph has none.
  public var region: Region { paragraph.region ?? report.region }
}

/// One match within a hit.
public struct Match: Hashable, Sendable {
  /// The exactness of a match.
  public enum Kind: String, Hashable, Sendable {
    /// The match has exactly the requested characters.
    case literal
    /// The match is interrupted once by punctuation or white space.
    case loose
  }

  /// The range in the paragraph, in Unicode scalars.
  public let characterRange: Range<Int>
  /// The range in the paragraph, in folded characters.
  public let foldedRange: Range<Int>
  /// The ranges of the strings of a pattern with a gap, 从 and 到 of `从…到`, in Unicode scalars. Empty for
  /// other matches.
  public let parts: [Range<Int>]
  /// The exactness of the match.
  public let kind: Kind
  /// The years attributed to the match: those of the span that contains its first character.
  public let year: YearSpan

  /// Creates a match.
  public init(
    characterRange: Range<Int>, foldedRange: Range<Int>, parts: [Range<Int>] = [],
    kind: Kind = .literal, year: YearSpan
  ) {
    self.characterRange = characterRange
    self.foldedRange = foldedRange
    self.parts = parts
    self.kind = kind
    self.year = year
  }
}

extension Match {
  /// The characters to mark: the parts, or else the whole match.
  public var markedRanges: [Range<Int>] { parts.isEmpty ? [characterRange] : parts }
}

/// A paragraph as stored in the index.
public struct IndexedParagraph: Hashable, Sendable {
  /// The identifier, which is the same on every machine.
  public let identifier: String
  /// The number within the report, from 1.
  public let number: Int
  /// The kind of paragraph.
  public let kind: Paragraph.Kind
  /// The original text.
  public let text: String
  /// The texts of the headings above the paragraph, the outermost first.
  public let headingPath: [String]
  /// The region of the paragraph if it differs from that of its report.
  public let region: Region?
  /// The purpose of the section that contains the paragraph.
  public let section: SectionKind
  /// The years attributed to spans of the paragraph; empty if all of it is attributed to the
  /// report's year.
  public let years: [YearSpan]
  /// The line of the source, from 1, on which the paragraph begins; in formats without lines, the
  /// number of the paragraph.
  public let lineNumber: Int
  /// The page of the source, from 1, on which the paragraph begins; `nil` in formats without pages.
  public let page: Int?
}

/// A report as stored in the index.
public struct IndexedReport: Hashable, Sendable {
  /// The identifier, which is the same on every machine.
  public let identifier: String
  /// The number within its source, from 1.
  public let part: Int
  /// The title.
  public let title: String
  /// The year that the report covers.
  public let year: ReportYear
  /// The publication date stated on the page, as `2019-08-12`.
  public let publishDate: String?
  /// The URL of publication, if known.
  public let url: String?
  /// A year in the text that contradicts the year of the title, with the words that state it.
  public let yearConflict: YearConflict?
  /// The document type.
  public let documentType: DocumentType
  /// The issuer, if it can be determined.
  public let issuer: Issuer?
  /// The region that the report covers.
  public let region: Region
  /// The number of paragraphs.
  public let paragraphCount: Int
  /// The absolute paths of the files that contain the report, sorted; at least one.
  public let sourcePaths: [String]
  /// The text encoding of the source; `nil` in formats that declare it themselves.
  public let encoding: String?
  /// The reasons why text of the source may be missing; empty if all text was read.
  public let incompleteness: [Incompleteness]
  /// The time at which the source was indexed: `2026-11-22T08:30:00Z`.
  public let indexedAt: String
  let id: Int
  let source: Int
  let firstParagraph: Int
}
