/// One occurrence of a term in a text.
public struct Token: Hashable, Sendable {
  /// The folded characters of the term.
  public let term: String
  /// The index of the term's first character in the folded text, from 0.
  public let position: Int
  /// The byte range in the UTF-8 of the original text that the term came from.
  public let utf8Range: Range<Int>
}
