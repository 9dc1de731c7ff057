import TextAnalysis

extension FoldedText {
  /// Creates a folded text from the folded form of a text, so that all spellings with the same
  /// folded form are equal.
  init(refolding text: String) { self.init(FoldedText(text).string) }
}
