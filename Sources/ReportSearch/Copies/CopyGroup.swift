public import Corpus

/// A near-duplicate paragraph, with its report.
public struct CopiedParagraph: Hashable, Sendable {
  /// The paragraph.
  public let paragraph: IndexedParagraph
  /// The report that contains the paragraph.
  public let report: IndexedReport
  /// The Jaccard similarity of its text to that of the group's earliest paragraph, over strings of
  /// four folded characters, from 0 to 1. It can be below 0.8 if other paragraphs link the two.
  public let similarity: Double

  /// The region of the paragraph, or of its report if the paragraph has none.
  public var region: Region { paragraph.region ?? report.region }
}

/// A group of near-duplicate paragraphs: equal, or linked by pairs that share at least four fifths
/// of their strings of four characters.
public struct CopyGroup: Hashable, Sendable {
  /// The paragraphs, at least two, the earliest first: by the year of the report, with unknown
  /// years last, then by path, then by their position in the report.
  public let paragraphs: [CopiedParagraph]
  /// The number of paragraphs that a query found; `nil` without a query.
  public let found: Int?

  /// The identifier of the group: that of its earliest paragraph.
  public var identifier: String { paragraphs[0].paragraph.identifier }

  /// The number of reports that contain the paragraphs.
  public var reportCount: Int { Set(paragraphs.map(\.report.identifier)).count }

  /// The range of the reports' years; `nil` if none is known.
  public var years: ClosedRange<Int>? {
    let years = paragraphs.compactMap(\.report.year.year)
    return years.min().map { $0...years.max()! }
  }

  /// The names of the paragraphs' regions, without repetitions, in the order of the paragraphs.
  public var regions: [String] {
    var seen: Set<String> = []
    return paragraphs.compactMap(\.region.name).filter { seen.insert($0).inserted }
  }
}

/// A list of near-duplicate groups, with totals.
public struct CopyListing: Hashable, Sendable {
  /// The number of groups.
  public let groupCount: Int
  /// The number of paragraphs in all groups.
  public let paragraphCount: Int
  /// The requested groups, the largest first, then by the first appearance.
  public let groups: [CopyGroup]
}

/// Two reports that share near-duplicate paragraphs.
public struct ReportPair: Hashable, Sendable {
  /// The earlier report: by year, then by path.
  public let earlier: IndexedReport
  /// The later report.
  public let later: IndexedReport
  /// The number of paragraphs of the later report with a near-duplicate in the earlier one.
  public let paragraphs: Int
  /// The number of folded characters of these paragraphs.
  public let characters: Int
  /// Their fraction of the later report's folded characters, from 0 to 1.
  public let share: Double
}

/// A list of pairs of reports that share text, with the total.
public struct ReportPairListing: Hashable, Sendable {
  /// The number of all pairs.
  public let pairCount: Int
  /// The requested pairs, those with the most shared text first.
  public let pairs: [ReportPair]
}

/// The text of a report that also occurs in other reports.
public struct ReportCopies: Hashable, Sendable {
  /// A paragraph with a near-duplicate in an earlier report.
  public struct Taken: Hashable, Sendable {
    /// The paragraph, with its similarity to ``origin``.
    public let paragraph: CopiedParagraph
    /// The earliest paragraph of its group.
    public let origin: CopiedParagraph
    /// The number of paragraphs of its group.
    public let count: Int
  }

  /// The report.
  public let report: IndexedReport
  /// The number of folded characters of the report, including titles and headings.
  public let characterCount: Int
  /// The number of folded characters of the paragraphs with a near-duplicate in an earlier report.
  public let takenCharacterCount: Int
  /// These paragraphs, in the order of the report.
  public let taken: [Taken]
  /// The earlier reports that share text with it, those with the most first.
  public let sources: [ReportPair]
  /// The later reports that share text with it, those with the most first.
  public let takers: [ReportPair]

  /// The fraction of its characters that also occur in earlier reports, from 0 to 1.
  public var takenShare: Double {
    characterCount == 0 ? 0 : Double(takenCharacterCount) / Double(characterCount)
  }
}
