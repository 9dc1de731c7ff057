/// Something in a query that could have been an operator, and was taken for text.
public struct QueryNote: Hashable, Sendable {
  /// What it could have been.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A group: a bracket that holds neither an operator nor white space.
    case bracket
    /// A quotation: text follows it without white space.
    case quotationMark
    /// Any character: a `?`, `…` or `...` that does not stand alone between literal characters, or ？.
    case wildcard
    /// An operator: `&`, `-` or `/20` inside a word.
    case operatorInWord
    /// An operator, spelled otherwise: and, `near/20`, `/20字`.
    case operatorWord
    /// A mark that makes the next character text, at the end of a word.
    case backslash
    /// A filter, behind `~`.
    case field
  }

  /// What it could have been.
  public let kind: Kind
  /// The characters themselves.
  public let sign: String
  /// Where in the query, in characters (Unicode scalars) from 0.
  public let characterRange: Range<Int>

  /// Creates a note.
  public init(_ kind: Kind, sign: String, at characterRange: Range<Int>) {
    self.kind = kind
    self.sign = sign
    self.characterRange = characterRange
  }
}
