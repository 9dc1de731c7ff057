import TextAnalysis

/// The paragraphs that contain a literal, in the order of their ids.
struct Postings: Sendable {
  /// The ids, ascending.
  var paragraphs: [UInt32] = []
  /// The number of matches in each paragraph.
  var frequencies: [UInt32] = []
}

/// Where the postings of literals come from.
protocol PostingsSource {
  /// Returns the paragraphs that contain a literal.
  func postings(of literal: FoldedText) throws -> Postings
}
