/// The reason why a list of concepts could not be read, and the line.
public struct ConceptListError: Error, Hashable, Sendable {
  /// What is wrong with a line.
  public enum Kind: Hashable, Sendable {
    /// It has only one column.
    case missingVariant
    /// It has more than three columns.
    case tooManyColumns
    /// Folding leaves nothing of a name, a variant or an exclusion.
    case invisible
  }

  /// What is wrong.
  public let kind: Kind
  /// The line, from 1.
  public let lineNumber: Int

  /// Creates an error.
  public init(_ kind: Kind, lineNumber: Int) {
    self.kind = kind
    self.lineNumber = lineNumber
  }
}
