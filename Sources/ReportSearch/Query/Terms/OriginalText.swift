public import TextAnalysis

/// Unfolded text to search for: `original:"控輟保學"` does not find 控辍保学.
///
/// An occurrence is a position at which the paragraph's text has exactly these Unicode scalars. The
/// folded characters that come from them, even in part, must contain ``folded``, so that the index
/// finds every occurrence. Matches are the leftmost occurrences that do not overlap. The folded
/// range of a match covers all folded characters that come from it, even in part.
public struct OriginalText: Hashable, Sendable {
  /// The text as typed.
  public let text: String
  /// The folded text; not empty.
  public let folded: FoldedText

  /// Creates the text, or returns `nil` if it is empty after folding.
  public init?(_ text: String) {
    let folded = FoldedText(refolding: text)
    guard !folded.isEmpty else { return nil }
    self.text = text
    self.folded = folded
  }

  /// Returns `true` if two texts have the same Unicode scalars. Canonically equivalent texts
  /// differ: é is not e and U+0301.
  public static func == (left: Self, right: Self) -> Bool {
    left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
  }

  /// Hashes the Unicode scalars.
  public func hash(into hasher: inout Hasher) {
    for scalar in text.unicodeScalars { hasher.combine(scalar) }
  }
}
