/// What somebody knows about the reports of a file, or about one of them.
public struct ToldFact: Hashable, Sendable {
  /// The path of the file: as it is written in a table, absolute in an index.
  public let path: String
  /// The report's part, or `nil` for all.
  public let part: Int?
  /// The content of the file when it was told, if that is known.
  public let digest: Digest?
  /// What is known.
  public let metadata: ReportMetadata

  /// Creates a fact.
  public init(path: String, part: Int?, digest: Digest? = nil, metadata: ReportMetadata) {
    self.path = path
    self.part = part
    self.digest = digest
    self.metadata = metadata
  }
}
