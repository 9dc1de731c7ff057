import TextAnalysis

extension FoldedText {
  /// The folded text as if it had been written so: equal for all spellings that fold to the same.
  init(refolding text: String) { self.init(FoldedText(text).string) }
}
