/// A metadata override for all reports of a file, or for one of them.
public struct ToldFact: Hashable, Sendable {
  /// The path of the file: as written in a metadata table, absolute in an index.
  public let path: String
  /// The part of the report, or `nil` for all reports.
  public let part: Int?
  /// The digest of the file's content when the metadata was supplied, if known.
  public let digest: Digest?
  /// The overriding values.
  public let metadata: ReportMetadata

  /// Creates an override.
  public init(path: String, part: Int?, digest: Digest? = nil, metadata: ReportMetadata) {
    self.path = path
    self.part = part
    self.digest = digest
    self.metadata = metadata
  }
}
