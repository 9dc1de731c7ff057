import GRDB
public import TextAnalysis

extension Searcher {
  /// Compares the postings of strings as read from FTS5's pages and through its C interface.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the occurrences. For a single character, FTS5's interface takes a
  ///   tenth of a second per hundred thousand.
  public func comparePostings(of strings: [FoldedText]) throws -> PostingsComparison {
    try readingFile { db in
      let pages = SegmentPages()
      if try !pages.isReadable(in: db, version: db.dataVersion()), let failure = pages.failure {
        return PostingsComparison(unreadable: failure)
      }
      let reader = SegmentReader(
        pages, paragraphLimit: try Schema.number(.nextParagraph, in: db) ?? 1)
      return try PostingsComparison(of: strings, reader, FTS5Postings(db))
    }
  }

  /// Returns distinct strings of one to eight characters from evenly spread paragraphs.
  ///
  /// - Throws: An ``IndexError``.
  public func sampleStrings(count: Int) throws -> [FoldedText] {
    try translatingErrors {
      let source = try docValues()
      let attributes = source.attributes
      let ids = attributes.reports.indices.filter { attributes.reports[$0] != 0 }
      var strings: [FoldedText] = []
      var seen: Set<[UInt8]> = []
      for number in 0..<min(count, ids.count) {
        let text = FoldedText(
          try source.text(ofParagraph: UInt32(ids[number * ids.count / min(count, ids.count)])))
        let length = 1 + number % 8
        guard text.characterCount >= length else { continue }
        // A step that has no common factor with most lengths, so that all parts of paragraphs are
        // sampled.
        let start = number * 7919 % (text.characterCount - length + 1)
        let string = FoldedText(text.part(start..<start + length).string)
        if !string.isEmpty, seen.insert(string.utf8).inserted { strings.append(string) }
      }
      return strings
    }
  }

  private func readingFile<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translatingErrors {
      guard let file = db as? SQLiteSnapshot else { throw notAFile }
      return try body(file.db)
    }
  }
}
