public import TextAnalysis

/// A string of characters to find.
public struct Literal: Hashable, Sendable {
  /// The string as the user wrote it.
  public let text: String
  /// The string as the index sees it; not empty.
  public let folded: FoldedText
  /// Whether it may also stand interrupted once, by punctuation or white space.
  public let allowsInterruption: Bool

  /// Creates a literal, or `nil` if folding leaves nothing of it.
  public init?(_ text: String, allowsInterruption: Bool = false) {
    let folded = FoldedText(text)
    guard !folded.isEmpty else { return nil }
    self.text = text
    self.folded = folded
    self.allowsInterruption = allowsInterruption
  }
}
