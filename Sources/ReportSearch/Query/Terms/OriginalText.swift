public import TextAnalysis

/// Unfolded characters to find: `original:"控輟保學"` does not find 控辍保学.
///
/// An occurrence is a place at which the paragraph's text has exactly these characters (Unicode scalars),
/// and at which the folded characters that come from them, even in part, contain ``folded``: so the index
/// finds every one. The leftmost that do not overlap are the matches; the folded range of a match is that
/// of the folded characters that come from it, even in part.
public struct OriginalText: Hashable, Sendable {
  /// The characters.
  public let text: String
  /// The characters as the index sees them; not empty.
  public let folded: FoldedText

  /// Creates the text, or `nil` if folding leaves nothing of it.
  public init?(_ text: String) {
    let folded = FoldedText(refolding: text)
    guard !folded.isEmpty else { return nil }
    self.text = text
    self.folded = folded
  }

  /// Whether two texts have the same characters, not only equivalent ones: é is not e and U+0301.
  public static func == (left: Self, right: Self) -> Bool {
    left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
  }

  /// Hashes the characters.
  public func hash(into hasher: inout Hasher) {
    for scalar in text.unicodeScalars { hasher.combine(scalar) }
  }
}
