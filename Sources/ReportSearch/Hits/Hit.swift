public import Corpus
import TextAnalysis

/// A paragraph that a query found.
public struct Hit: Hashable, Sendable {
  /// Its place in the list of hits, from 1.
  public let rank: Int
  /// How well it fits; higher is better, and comparable within one query only.
  public let score: Double
  /// The paragraph.
  public let paragraph: IndexedParagraph
  /// The report that it stands in.
  public let report: IndexedReport
  /// The places that match, in the order of the text.
  public let matches: [Match]
  /// The group of copies that the paragraph belongs to; `nil` if it is like no other.
  public internal(set) var copies: CopyMembership?
}

/// What a paragraph is among its copies.
public struct CopyMembership: Hashable, Sendable {
  /// The identifier of the paragraph of the group that appeared first, by which the group is known.
  public let group: String
  /// The number of paragraphs of the group in the whole index, at least two.
  public let count: Int
  /// Whether the paragraph is the one that appeared first: in the report of the earliest year, then by
  /// its path.
  public let isFirst: Bool
}

extension Hit {
  /// The region that the paragraph is about: its own, else its report's.
  public var region: Region { paragraph.region ?? report.region }
}

/// One place inside a hit.
public struct Match: Hashable, Sendable {
  /// How exactly a match spells what was looked for.
  public enum Kind: String, Hashable, Sendable {
    /// Character by character.
    case literal
    /// Interrupted once by punctuation or white space.
    case loose
  }

  /// The characters (Unicode scalars) of the paragraph.
  public let characterRange: Range<Int>
  /// The folded characters of the paragraph.
  public let foldedRange: Range<Int>
  /// How exactly it spells what was looked for.
  public let kind: Kind
  /// The years that it speaks of: those of the stretch that its first character lies in.
  public let year: YearSpan

  /// Creates a match.
  public init(
    characterRange: Range<Int>, foldedRange: Range<Int>, kind: Kind = .literal, year: YearSpan
  ) {
    self.characterRange = characterRange
    self.foldedRange = foldedRange
    self.kind = kind
    self.year = year
  }
}

/// A paragraph as the index holds it.
public struct IndexedParagraph: Hashable, Sendable {
  /// Its name, the same on every machine.
  public let identifier: String
  /// Its place in the report, from 1.
  public let number: Int
  /// What it is in the report.
  public let kind: Paragraph.Kind
  /// The original text.
  public let text: String
  /// The texts of the headings that it stands under, the highest first.
  public let headingPath: [String]
  /// The region that it is about, where that is another than its report's.
  public let region: Region?
  /// What its section is for.
  public let section: SectionKind
  /// The years that its stretches speak of; empty if all of it is told of the report's year.
  public let years: [YearSpan]
  /// The line of the source, from 1, on which it begins; in formats without lines, the paragraph.
  public let lineNumber: Int
  /// The page of the source, from 1, on which it begins, in formats that have pages.
  public let page: Int?
}

/// A report as the index holds it.
public struct IndexedReport: Hashable, Sendable {
  /// Its name, the same on every machine.
  public let identifier: String
  /// Its place in its source, from 1.
  public let part: Int
  /// The title.
  public let title: String
  /// The year that it is about.
  public let year: ReportYear
  /// The day on which the page says that it was published, as `2019-08-12`.
  public let publishDate: String?
  /// Where it was published, if that is known.
  public let url: String?
  /// What speaks against the year of its title: another year and the words that tell it.
  public let yearConflict: YearConflict?
  /// What kind of document it is.
  public let documentType: DocumentType
  /// Who issued it, as far as it is clear.
  public let issuer: Issuer?
  /// The region that it is about.
  public let region: Region
  /// The number of paragraphs.
  public let paragraphCount: Int
  /// The absolute paths of the files that hold it, sorted; at least one.
  public let sourcePaths: [String]
  /// The encoding that its source was stored in; `nil` in formats that tell it themselves.
  public let encoding: String?
  /// The reasons why text of its source may be missing; empty if all text was read.
  public let incompleteness: [Incompleteness]
  /// When its source was indexed: `2026-11-22T08:30:00Z`.
  public let indexedAt: String
  let id: Int
  let source: Int
  let firstParagraph: Int
}
