/// One readable entry of a file: the file itself or an archive member.
public struct SourceMember: Sendable {
  /// The path inside the archive; `nil` if the file is not an archive.
  public let name: String?
  /// The source, or the reason why it could not be read.
  public let content: Result<Source, ReadingError>

  /// Creates an entry.
  public init(name: String?, content: Result<Source, ReadingError>) {
    self.name = name
    self.content = content
  }
}
