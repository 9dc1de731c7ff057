/// One occurrence of a term in a text.
public struct Token: Hashable, Sendable {
  /// The folded characters that the index stores.
  public let term: String
  /// The ordinal of the term's first character in the folded text, from 0.
  public let position: Int
  /// The bytes of the original text, in UTF-8, that the term came from.
  public let utf8Range: Range<Int>
}
