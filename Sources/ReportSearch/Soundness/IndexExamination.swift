/// The result of an integrity check.
public struct IndexExamination: Sendable {
  /// The faults, up to a thousand.
  public private(set) var faults: [IndexFault] = []
  /// The number of faults beyond these.
  public private(set) var furtherFaults = 0
  /// The comparison of both ways of reading postings on sample strings, or `nil` if it was not
  /// possible.
  public internal(set) var postings: PostingsComparison?
  /// The number of paragraphs in the index.
  public internal(set) var paragraphs = 0
  /// The number of paragraphs whose tokens, doc values and near-duplicate groups were compared with
  /// their text.
  public internal(set) var comparedParagraphs = 0
  /// The number of files whose bytes were compared with the indexed digest.
  public internal(set) var comparedFiles = 0
  /// The paths of files whose stamp has changed since they were indexed, or that cannot be read.
  public internal(set) var changedFiles: [String] = []
  /// The paths of files that no longer exist.
  public internal(set) var missingFiles: [String] = []
  /// True if FTS5 compared its lists with the texts.
  public internal(set) var comparedLists = false
  /// The ids of sources whose text cannot be verified to be the indexed one.
  var doubtfulSources: Set<Int> = []

  private static let mostFaults = 1000

  /// True if no corruption was found. An unknown version or structure of FTS5's pages is not
  /// corruption, because FTS5's C interface can be used instead.
  public var isSound: Bool {
    guard faults.isEmpty, let postings, postings.differences.isEmpty else { return false }
    return switch postings.unreadable {
    case nil, .version, .structure: true
    case .page, .positions, .paragraph: false
    }
  }

  /// Creates an examination without faults.
  public init(postings: PostingsComparison? = nil) { self.postings = postings }

  /// Adds a fault.
  public mutating func add(_ fault: IndexFault) {
    if faults.count < Self.mostFaults { faults.append(fault) } else { furtherFaults += 1 }
  }
}
