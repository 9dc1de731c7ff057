public import TextAnalysis

/// A string to search for.
public struct Literal: Hashable, Sendable {
  /// The string as typed.
  public let text: String
  /// The folded string; not empty.
  public let folded: FoldedText
  /// True if matches with one interruption by punctuation or white space count too.
  public let allowsInterruption: Bool

  /// Creates a literal, or returns `nil` if the text is empty after folding.
  public init?(_ text: String, allowsInterruption: Bool = false) {
    let folded = FoldedText(text)
    guard !folded.isEmpty else { return nil }
    self.text = text
    self.folded = folded
    self.allowsInterruption = allowsInterruption
  }
}
