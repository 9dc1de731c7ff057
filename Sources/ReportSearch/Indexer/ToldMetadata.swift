import Corpus
import Foundation

/// All metadata overrides for the reports of a file. Keys are report parts; `nil` applies to every
/// part.
struct ToldMetadata {
  /// Metadata supplied with the file.
  private(set) var metadata: [Int?: ReportMetadata] = [:]
  /// Manual corrections.
  private(set) var corrections: [Int?: ReportMetadata] = [:]
  /// The serialized overrides, for comparison.
  private(set) var text = ""

  /// True if there are no overrides.
  var isEmpty: Bool { metadata.isEmpty && corrections.isEmpty }

  /// Reads the overrides of a file. Corrections of the same content under another path also apply;
  /// for the same part, those of this path take precedence.
  init(ofPath path: String, digest: Digest, in tables: any TableReader) throws {
    let metadata = try tables.fetchRows(
      "SELECT part, told FROM metadata WHERE path = ? ORDER BY part", [.text(path)])
    let corrections = try tables.fetchRows(
      """
      SELECT part, told FROM correction WHERE path = ? OR sha256 = ?
      ORDER BY path = ?, path DESC, part
      """, [.text(path), .bytes(Data(digest.bytes)), .text(path)])
    try take(metadata, into: \.metadata)
    try take(corrections, into: \.corrections)
  }

  /// Reads the overrides that were applied when a source was last attributed. Returns `nil` if no
  /// file of the source has these overrides any more.
  ///
  /// - Parameter text: The serialized overrides.
  init?(
    _ text: String, ofSource source: Int, digest: Digest, in tables: any TableReader
  ) throws {
    let paths = try tables.fetchAll(
      "SELECT path FROM source_file WHERE source = ? ORDER BY path", [.integer(source)]
    ) { try StoredRow($0, of: "source_file")[0] as String }
    for path in paths {
      self = try ToldMetadata(ofPath: path, digest: digest, in: tables)
      if self.text == text { return }
    }
    return nil
  }

  private mutating func take(
    _ rows: [any TableRow], into facts: WritableKeyPath<ToldMetadata, [Int?: ReportMetadata]>
  ) throws {
    for row in rows {
      let stored = StoredRow(row, of: "metadata")
      let (part, told): (Int, String) = (try stored[0], try stored[1])
      self[keyPath: facts][part == 0 ? nil : part] = try StoredJSON.value(of: told)
      text += "\(part)\t\(told)\n"
    }
    text += "\n"
  }
}
