/// What an examination of an index found, and how far it went.
public struct IndexExamination: Sendable {
  /// What is wrong; the first thousand.
  public private(set) var faults: [IndexFault] = []
  /// The number of faults that are not among these.
  public private(set) var furtherFaults = 0
  /// Whether both ways of reading lists agree on a sample; `nil` if they could not be compared.
  public internal(set) var postings: PostingsComparison?
  /// The number of paragraphs.
  public internal(set) var paragraphs = 0
  /// The number of those whose tokens, attributes and copies were compared with their text.
  public internal(set) var comparedParagraphs = 0
  /// The number of files whose bytes were compared with what was indexed.
  public internal(set) var comparedFiles = 0
  /// The paths of files that look otherwise than when they were indexed, or cannot be read.
  public internal(set) var changedFiles: [String] = []
  /// The paths of files that are no longer there.
  public internal(set) var missingFiles: [String] = []
  /// Whether FTS5 was asked to compare its lists with the texts.
  public internal(set) var comparedLists = false
  /// The sources with a text of which nothing tells whether it is as it was indexed.
  var doubtfulSources: Set<Int> = []

  private static let mostFaults = 1000

  /// Whether nothing is wrong. Pages of a kind that is not known are no damage: FTS5 answers.
  public var isSound: Bool {
    guard faults.isEmpty, let postings, postings.differences.isEmpty else { return false }
    return switch postings.unreadable {
    case nil, .version, .structure: true
    case .page, .positions, .paragraph: false
    }
  }

  /// Creates an examination that has found nothing.
  public init(postings: PostingsComparison? = nil) { self.postings = postings }

  /// Adds what is wrong.
  public mutating func add(_ fault: IndexFault) {
    if faults.count < Self.mostFaults { faults.append(fault) } else { furtherFaults += 1 }
  }
}
