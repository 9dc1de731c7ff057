package import TextAnalysis

/// A source of the occurrences of literals.
///
/// Query evaluation depends on this protocol and not on the storage. Match ranges are in folded
/// characters.
package protocol PostingsSource {
  /// Returns the paragraphs that contain a literal, with the number of its occurrences without
  /// overlap.
  func counts(of literal: FoldedText) throws -> MatchList

  /// Returns every occurrence of a literal, including overlapping ones.
  func occurrences(of literal: FoldedText) throws -> MatchList

  /// Returns a superset of the paragraphs that contain a literal with one interruption, ascending.
  func candidates(interrupted literal: FoldedText) throws -> [UInt32]
}
