import TextAnalysis

/// Whether FTS5's pages and its interface say the same of some strings.
public struct PostingsComparison: Hashable, Sendable {
  /// The number of strings that were looked for both ways.
  public private(set) var stringCount = 0
  /// The number of occurrences that both ways found.
  public private(set) var occurrenceCount = 0
  /// The strings of which they do not say the same.
  public private(set) var differences: [String] = []
  /// Why the pages were not read; `nil` if they were.
  public private(set) var unreadable: UnreadablePages?

  /// Says that the pages cannot be read.
  init(unreadable: UnreadablePages) { self.unreadable = unreadable }

  /// Compares the lists of strings, in one read.
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
