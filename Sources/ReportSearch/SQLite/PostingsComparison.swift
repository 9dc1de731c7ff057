import TextAnalysis

/// A comparison of the postings read from FTS5's pages with those of FTS5's C interface.
public struct PostingsComparison: Hashable, Sendable {
  /// The number of strings that were looked up both ways.
  public private(set) var stringCount = 0
  /// The number of their occurrences, as FTS5's interface reports them.
  public private(set) var occurrenceCount = 0
  /// The strings for which the results differ.
  public private(set) var differences: [String] = []
  /// The reason why the pages could not be read, or `nil` if they were.
  public private(set) var unreadable: UnreadablePages?

  /// Creates a comparison for unreadable pages.
  init(unreadable: UnreadablePages) { self.unreadable = unreadable }

  /// Compares the postings of strings within one read.
  ///
  /// - Throws: A `DatabaseError`.
  init(of strings: [FoldedText], _ reader: SegmentReader, _ interface: FTS5Postings) throws {
    for string in strings {
      let counts = try interface.counts(of: string)
      let occurrences = try interface.occurrences(of: string)
      do {
        let isSame =
          try reader.list(of: string, withPlaces: false) == counts
          && reader.list(of: string, withPlaces: true) == occurrences
        if !isSame { differences.append(string.string) }
      } catch let failure as UnreadablePages {
        unreadable = failure
        return
      }
      stringCount += 1
      occurrenceCount += occurrences.matches.count
    }
  }
}
