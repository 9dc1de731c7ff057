package import TextAnalysis

/// Where the occurrences of literals come from.
///
/// Evaluation knows this protocol and no storage; the places are those of the folded text.
package protocol PostingsSource {
  /// Returns the paragraphs that contain a literal, with the numbers of its matches only: those that do
  /// not overlap.
  func counts(of literal: FoldedText) throws -> MatchList

  /// Returns every occurrence of a literal, overlapping ones among them.
  func occurrences(of literal: FoldedText) throws -> MatchList

  /// Returns paragraphs among which are all that contain a literal interrupted once, ascending.
  func candidates(interrupted literal: FoldedText) throws -> [UInt32]
}
