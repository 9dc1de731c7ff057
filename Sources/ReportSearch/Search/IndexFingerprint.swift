import Corpus
import Foundation
import TextAnalysis

/// A digest of everything that answers depend on, regardless of the machine and the order of
/// indexing.
///
/// It covers the bytes of each source, the way they were decoded and extracted, and for each report
/// the stored row with all attributed values. Manual corrections and supplied metadata therefore
/// count as far as they change a report. The number of folded characters represents the paragraphs,
/// which follow from the other values unless an external converter extracts another text. Paths,
/// ids and times are not included.
struct IndexFingerprint {
  /// The version of the digest's input.
  private static let version = 3

  /// The fingerprint in hexadecimal digits.
  let hexadecimal: String

  /// Computes the fingerprint of an index.
  ///
  /// - Complexity: O(*n*) in the reports and the number of paragraph ids.
  init(of tables: any TableReader, attributes: ParagraphAttributes) throws {
    var digests = Data(
      "\(Self.version)/\(FoldingVersion.current)/\(SourceReader.extractionVersion)".utf8)
    try tables.fetchEach(
      """
      SELECT sha256, format, encoding, replaced_byte_count, extraction_version, incomplete
      FROM source ORDER BY sha256
      """, []
    ) { row in
      let stored = StoredRow(row, of: "source")
      let source: [StoredArgument] = [
        .bytes(try stored[0]), .text(try stored[1] as String), .text(try stored[2] as String?),
        .integer(try stored[3] as Int), .integer(try stored[4] as Int),
        .text(try stored[5] as String?),
      ]
      digests += Self.digest(of: source)
    }
    let sizes = Self.characterCounts(in: attributes)
    try ReportRow.forEach(in: tables) { digest, id, row in
      let size = sizes.indices.contains(id) ? sizes[id] : 0
      digests += Self.digest(of: [.bytes(digest)] + row.values + [.integer(size)])
    }
    hexadecimal = digests.withUnsafeBytes { Digest(of: $0) }.hexadecimal
  }

  /// Returns the number of folded characters of each report, by its id.
  private static func characterCounts(in attributes: ParagraphAttributes) -> [Int] {
    var counts: [Int] = []
    for (report, count) in zip(attributes.reports, attributes.characterCounts) where report != 0 {
      let id = Int(report)
      if id >= counts.count { counts += repeatElement(0, count: id + 1 - counts.count) }
      counts[id] += Int(count)
    }
    return counts
  }

  /// Returns the digest of values. Each is preceded by its kind and length, so that different lists
  /// never give the same bytes.
  private static func digest(of values: [StoredArgument]) -> [UInt8] {
    var bytes = Data()
    func append(_ kind: Character, _ value: Data) {
      bytes += Data("\(kind)\(value.count):".utf8)
      bytes += value
    }
    for value in values {
      switch value {
      case .null: append("n", Data())
      case .integer(let number): append("i", Data("\(number)".utf8))
      case .text(let text), .document(let text): append("t", Data(text.utf8))
      case .bytes(let data): append("b", data)
      }
    }
    return bytes.withUnsafeBytes { Digest(of: $0) }.bytes
  }
}
