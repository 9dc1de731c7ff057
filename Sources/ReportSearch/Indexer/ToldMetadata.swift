import Corpus
import Foundation

/// Everything that was told about the reports of a file, by their parts; `nil` is all of them.
struct ToldMetadata {
  /// What was told beside the text.
  private(set) var metadata: [Int?: ReportMetadata] = [:]
  /// What was set right by hand.
  private(set) var corrections: [Int?: ReportMetadata] = [:]
  /// The same as text, by which it is compared.
  private(set) var text = ""

  /// Whether nothing was told.
  var isEmpty: Bool { metadata.isEmpty && corrections.isEmpty }

  /// Reads what was told about a file. Corrections of the same content under another path hold as well,
  /// if there are none under its own.
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

  /// Reads what was told when a source was attributed; `nil` if none of its files has it any more.
  ///
  /// - Parameter text: The text of it.
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
