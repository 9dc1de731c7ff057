public import Corpus

/// A paragraph that is a copy of others, with its report.
public struct CopiedParagraph: Hashable, Sendable {
  /// The paragraph.
  public let paragraph: IndexedParagraph
  /// The report that it stands in.
  public let report: IndexedReport
  /// How alike its text is to that of the first appearance: the share of the strings of four folded
  /// characters that both have among those that one or the other has, from 0 to 1. In a group that
  /// holds together by others it may be below 0.8.
  public let similarity: Double

  /// The region that it is about: its own, else its report's.
  public var region: Region { paragraph.region ?? report.region }
}

/// Paragraphs that are copies of each other: equal, or joined by pairs that share at least four fifths of
/// their strings of four characters.
public struct CopyGroup: Hashable, Sendable {
  /// The paragraphs in the order in which they appeared: by the years of their reports, unknown ones last,
  /// then by their paths, then as they stand in them. At least two.
  public let paragraphs: [CopiedParagraph]
  /// How many of them were found, where a query was asked.
  public let found: Int?

  /// By what the group is known: the identifier of the paragraph that appeared first.
  public var identifier: String { paragraphs[0].paragraph.identifier }

  /// The number of reports that they stand in.
  public var reportCount: Int { Set(paragraphs.map(\.report.identifier)).count }

  /// The first and the last of the reports' years; `nil` if none is known.
  public var years: ClosedRange<Int>? {
    let years = paragraphs.compactMap(\.report.year.year)
    return years.min().map { $0...years.max()! }
  }

  /// The names of the regions that they are about, in the order of the paragraphs.
  public var regions: [String] {
    var seen: Set<String> = []
    return paragraphs.compactMap(\.region.name).filter { seen.insert($0).inserted }
  }
}

/// Groups of copies, and how many there are.
public struct CopyListing: Hashable, Sendable {
  /// The number of groups.
  public let groupCount: Int
  /// The number of paragraphs in all of them.
  public let paragraphCount: Int
  /// The groups that were asked for, the largest first, then in the order of their first appearance.
  public let groups: [CopyGroup]
}

/// What two reports share.
public struct ReportPair: Hashable, Sendable {
  /// The report that comes first: of the earlier year, then by its path.
  public let earlier: IndexedReport
  /// The other one.
  public let later: IndexedReport
  /// The number of paragraphs of the later one that have a copy in the earlier one.
  public let paragraphs: Int
  /// The number of folded characters of these paragraphs.
  public let characters: Int
  /// Their share of the later report's folded characters, from 0 to 1.
  public let share: Double
}

/// Pairs of reports that share text.
public struct ReportPairListing: Hashable, Sendable {
  /// The number of all pairs.
  public let pairCount: Int
  /// The pairs that were asked for, those that share the most first.
  public let pairs: [ReportPair]
}

/// What of a report stands in others.
public struct ReportCopies: Hashable, Sendable {
  /// A paragraph that has a copy in an earlier report.
  public struct Taken: Hashable, Sendable {
    /// The paragraph; its similarity is that to ``origin``.
    public let paragraph: CopiedParagraph
    /// Where its group appeared first.
    public let origin: CopiedParagraph
    /// The number of paragraphs of its group.
    public let count: Int
  }

  /// The report.
  public let report: IndexedReport
  /// The number of its folded characters, titles and headings among them.
  public let characterCount: Int
  /// The number of folded characters of its paragraphs that have a copy in an earlier report.
  public let takenCharacterCount: Int
  /// These paragraphs, in their order.
  public let taken: [Taken]
  /// The earlier reports that it shares text with, those with the most first.
  public let sources: [ReportPair]
  /// The later reports that share text with it, those with the most first.
  public let takers: [ReportPair]

  /// The share of its characters that stands in earlier reports, from 0 to 1.
  public var takenShare: Double {
    characterCount == 0 ? 0 : Double(takenCharacterCount) / Double(characterCount)
  }
}
