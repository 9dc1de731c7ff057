/// An error in the text form of a concept list.
public struct ConceptListError: Error, Hashable, Sendable {
  /// The kind of error.
  public enum Kind: Hashable, Sendable {
    /// The line has only one column.
    case missingVariant
    /// The line has more than three columns.
    case tooManyColumns
    /// A name, a variant or an exclusion is empty after folding.
    case invisible
  }

  /// The kind of error.
  public let kind: Kind
  /// The line number, from 1.
  public let lineNumber: Int

  /// Creates an error.
  public init(_ kind: Kind, lineNumber: Int) {
    self.kind = kind
    self.lineNumber = lineNumber
  }
}
