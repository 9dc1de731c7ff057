/// The reason why a file gave no report.
public struct ReadingError: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public enum Kind: Hashable, Sendable {
    /// The operating system refuses it; the value is its `errno`.
    case system(Int32)
    /// It has no bytes.
    case empty
    /// It has text, but only what belongs to a page and not to a report.
    case withoutReport
    /// Its bytes are no text; the value names what they are, if that is known.
    case notText(BinaryFormat?)
    /// Its bytes are no text in the encoding that they were taken for.
    case undecodable(TextEncoding, byteOffset: Int)
    /// It is broken so that it cannot be read to its end.
    case unparsable(SourceFormat)
    /// It is larger than the limit, in bytes.
    case tooLarge(byteCount: Int, limit: Int)
    /// It is neither a file nor a folder.
    case notAFile
  }

  /// The path of the file.
  public let path: String
  /// What is wrong with it.
  public let kind: Kind

  /// Whether the system refused the file, so that its content is unknown.
  public var isOfSystem: Bool {
    if case .system = kind { true } else { false }
  }

  /// Creates an error.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
