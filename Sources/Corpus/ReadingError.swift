/// The reason why a file gave no report.
public struct ReadingError: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public enum Kind: Error, Hashable, Sendable {
    /// The operating system refuses it; the value is its `errno`.
    case system(Int32)
    /// It has no bytes.
    case empty
    /// It has text, but only what belongs to a page and not to a report.
    case withoutReport
    /// Its bytes are no text; the value names what they are, if that is known.
    case notText(BinaryFormat?)
    /// It is XML, which has text only for the programs that know its elements.
    case unreadableXML(XMLFormat)
    /// Its bytes are no text in the encoding that they were taken for.
    case undecodable(TextEncoding, byteOffset: Int)
    /// Its bytes are text in no known encoding of Chinese.
    case unrecognizedEncoding
    /// The text was decoded in a wrong encoding and saved again, which lost characters. The value is the
    /// line of the first one.
    case garbled(lineNumber: Int)
    /// It is broken so that it cannot be read to its end.
    case unparsable(SourceFormat)
    /// It is larger than the limit, in bytes.
    case tooLarge(byteCount: Int, limit: Int)
    /// A line of it is longer than any paragraph, in bytes.
    case lineTooLong(lineNumber: Int, byteCount: Int, limit: Int)
    /// What is packed in it is larger than the limit, in bytes.
    case unpacksTooLarge(limit: Int)
    /// It can be opened with a password only.
    case encrypted
    /// It has pages, but they are pictures without text.
    case withoutText(pageCount: Int)
    /// Reading it needs one of some programs, by their names, none of which is installed.
    case needsProgram([String])
    /// A program reads its characters with data of a package that is not installed.
    case needsData(package: String, program: String)
    /// A program that reads such files gave up on it.
    case programFailed(String)
    /// Reading it was given up after some seconds.
    case timedOut(seconds: Int)
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
