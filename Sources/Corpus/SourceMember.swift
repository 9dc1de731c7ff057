/// A content of a file: the file's own, or one of those that are packed in it.
public struct SourceMember: Sendable {
  /// The name inside the archive, with its folders; `nil` if the file is no archive.
  public let name: String?
  /// What was read, or why nothing was.
  public let content: Result<Source, ReadingError>

  /// Creates a content.
  public init(name: String?, content: Result<Source, ReadingError>) {
    self.name = name
    self.content = content
  }
}
