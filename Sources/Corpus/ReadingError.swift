/// The reason why a file yields no report.
public struct ReadingError: Error, Hashable, Sendable {
  /// The kind of failure.
  public enum Kind: Error, Hashable, Sendable {
    /// The operating system reported an error. The value is `errno`.
    case system(Int32)
    /// The file is empty.
    case empty
    /// The file contains text, but only boilerplate.
    case withoutReport
    /// The bytes are not text. The value is their binary format, if known.
    case notText(BinaryFormat?)
    /// The file is XML that is neither a web page nor a supported document format.
    case unreadableXML(XMLFormat)
    /// Some bytes are invalid in the encoding that was recognized.
    case undecodable(TextEncoding, byteOffset: Int)
    /// The bytes are not text in any supported encoding of Chinese.
    case unrecognizedEncoding
    /// The text was decoded in a wrong encoding and saved again, which lost characters. The value
    /// is the line of the first lost character, from 1.
    case garbled(lineNumber: Int)
    /// The file is malformed and cannot be read to its end.
    case unparsable(SourceFormat)
    /// The file is larger than the limit. Sizes are in bytes.
    case tooLarge(byteCount: Int, limit: Int)
    /// A line is longer than the limit for a paragraph. Sizes are in bytes.
    case lineTooLong(lineNumber: Int, byteCount: Int, limit: Int)
    /// The uncompressed content is larger than the limit in bytes.
    case unpacksTooLarge(limit: Int)
    /// The file requires a password.
    case encrypted
    /// The pages are images without a text layer.
    case withoutText(pageCount: Int)
    /// Reading the file requires one of the named programs, and none is installed.
    case needsProgram([String])
    /// A program requires the data of a package that is not installed.
    case needsData(package: String, program: String)
    /// The named program failed to read the file.
    case programFailed(String)
    /// Reading took longer than the time limit in seconds.
    case timedOut(seconds: Int)
    /// The path is neither a regular file nor a folder.
    case notAFile
  }

  /// The path of the file.
  public let path: String
  /// The kind of failure.
  public let kind: Kind

  /// True if the operating system reported the error, so that the content is unknown.
  public var isOfSystem: Bool {
    if case .system = kind { true } else { false }
  }

  /// Creates an error.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
