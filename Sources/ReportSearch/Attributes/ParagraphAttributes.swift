import Corpus
import Foundation

/// The doc values of all paragraphs that ranking and counting need, in arrays by paragraph id.
///
/// Reading a column of the paragraph table costs a seek per hit. The arrays are read once and take
/// nine bytes per paragraph.
package struct ParagraphAttributes: Sendable {
  /// The number of paragraphs in one row of the table.
  static let blockSize = 4096

  /// The number of folded characters of each paragraph.
  package private(set) var characterCounts: [UInt32] = []
  /// The report id of each paragraph; 0 for an unused id.
  package private(set) var reports: [UInt32] = []
  /// The kind of each paragraph, as an index in `Paragraph.Kind.allCases`.
  private(set) var kinds: [UInt8] = []
  /// The number of paragraphs.
  private(set) var paragraphCount = 0
  /// The number of folded characters of all paragraphs.
  private(set) var characterCount = 0

  /// The mean number of folded characters of a paragraph; 1 in an empty index.
  var meanCharacterCount: Double {
    paragraphCount == 0 ? 1 : Double(characterCount) / Double(paragraphCount)
  }

  /// Reads the doc values of all paragraphs.
  ///
  /// - Throws: A ``DamagedStorage`` if they contradict themselves or the table of reports, so that
  ///   callers can use them as array indices unchecked; errors of the storage.
  /// - Complexity: O(*n*) in the number of ids assigned so far.
  package init(reading tables: any TableReader) throws {
    let next = try Schema.number(.nextParagraph, in: tables) ?? 1
    let blockCount = try tables.integer("SELECT count(*) FROM paragraph_attributes") ?? 0
    // Every assigned id has an entry in a block.
    guard next > 0, (next - 1) / Self.blockSize == max(blockCount, 1) - 1 else {
      throw DamagedStorage("next_paragraph \(next): \(blockCount) paragraph_attributes")
    }
    characterCounts = [UInt32](repeating: 0, count: next)
    reports = [UInt32](repeating: 0, count: next)
    kinds = [UInt8](repeating: 0, count: next)
    var number = 0
    try tables.fetchEach(
      "SELECT block, character_counts, reports, kinds FROM paragraph_attributes ORDER BY block", []
    ) { row in
      guard try StoredRow(row, of: "paragraph_attributes")[0] == number else {
        throw DamagedStorage("paragraph_attributes \(number) is missing")
      }
      let start = number * Self.blockSize
      number += 1
      try Self.copy(row.bytes(1), to: &characterCounts, at: start)
      try Self.copy(row.bytes(2), to: &reports, at: start)
      try Self.copy(row.bytes(3), to: &kinds, at: start)
    }
    try check(lastReport: tables.integer("SELECT max(id) FROM report") ?? 0)
  }

  private mutating func check(lastReport: Int) throws {
    // An upper bound for the size of arrays by report id. No sound index has as many reports.
    guard lastReport <= 1 << 28 else { throw DamagedStorage("report \(lastReport)") }
    let kindCount = UInt8(Paragraph.Kind.allCases.count)
    for id in reports.indices where reports[id] != 0 {
      guard reports[id] <= lastReport, kinds[id] < kindCount else {
        throw DamagedStorage("the attributes of paragraph \(id)")
      }
      paragraphCount += 1
      characterCount += Int(characterCounts[id])
    }
  }

  /// Returns the index of a kind, as stored in ``kinds``.
  static func number(of kind: Paragraph.Kind) -> UInt8 {
    UInt8(Paragraph.Kind.allCases.firstIndex(of: kind)!)
  }

  /// Copies the numbers of a block into an array of all paragraphs, from index `start`.
  ///
  /// - Throws: A ``DamagedStorage`` if the block does not contain exactly ``blockSize`` numbers.
  static func copy<Number: FixedWidthInteger>(
    _ data: Data?, to array: inout [Number], at start: Int
  ) throws {
    guard let data, data.count == blockSize * MemoryLayout<Number>.stride,
      array.indices.contains(start)
    else { throw DamagedStorage("block \(start / blockSize) of paragraphs") }
    // Not through a slice, which would copy the array first.
    array.withUnsafeMutableBytes { bytes in
      let target = UnsafeMutableRawBufferPointer(
        rebasing: bytes[(start * MemoryLayout<Number>.stride)...])
      _ = data.copyBytes(to: target, count: min(data.count, target.count))
    }
  }
}
