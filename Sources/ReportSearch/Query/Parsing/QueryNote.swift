/// A part of a query that resembles an operator and was read as text.
public struct QueryNote: Hashable, Sendable {
  /// The kind of operator that the text resembles.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A group: the brackets contain neither an operator nor white space.
    case bracket
    /// A quotation: text follows the closing mark without white space.
    case quotationMark
    /// A wildcard: a `?`, `…` or `...` that is not between two literal characters, or ？.
    case wildcard
    /// An operator: `&`, `-` or `/20` inside a word.
    case operatorInWord
    /// A misspelled operator: and, `near/20`, `/20字`.
    case operatorWord
    /// An escape character at the end of a word.
    case backslash
    /// A filter after `~`.
    case field
  }

  /// The kind of operator that the text resembles.
  public let kind: Kind
  /// The characters.
  public let sign: String
  /// The range in the query, in Unicode scalars.
  public let characterRange: Range<Int>

  /// Creates a note.
  public init(_ kind: Kind, sign: String, at characterRange: Range<Int>) {
    self.kind = kind
    self.sign = sign
    self.characterRange = characterRange
  }
}
