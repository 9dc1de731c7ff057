import Corpus
import Foundation

/// What ranking and counting need to know of every paragraph, by its id, in arrays.
///
/// Reading a column of the paragraph table costs a seek for each hit; the arrays are read once,
/// and are nine bytes a paragraph.
package struct ParagraphAttributes: Sendable {
  /// The number of paragraphs in one row of the table.
  static let blockSize = 4096

  /// The number of folded characters of each paragraph.
  package private(set) var characterCounts: [UInt32] = []
  /// The id of each paragraph's report; 0 where there is no paragraph.
  package private(set) var reports: [UInt32] = []
  /// What each paragraph is in its report: a place in `Paragraph.Kind.allCases`.
  private(set) var kinds: [UInt8] = []
  /// The number of paragraphs.
  private(set) var paragraphCount = 0
  /// The number of folded characters of all paragraphs.
  private(set) var characterCount = 0

  /// The mean number of folded characters of a paragraph; 1 in an empty index.
  var meanCharacterCount: Double {
    paragraphCount == 0 ? 1 : Double(characterCount) / Double(paragraphCount)
  }

  /// Reads the attributes of all paragraphs.
  ///
  /// - Throws: A ``DamagedStorage`` if they contradict themselves or the table of reports, so that whoever
  ///   uses them as places in arrays need not ask; what the storage throws.
  /// - Complexity: O(*n*) in the number of ids that were given so far.
  package init(reading tables: any TableReader) throws {
    let next = try Schema.number(.nextParagraph, in: tables) ?? 1
    let blockCount = try tables.integer("SELECT count(*) FROM paragraph_attributes") ?? 0
    // Every id that was given has its place in a block.
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
    // There is no such number of reports; arrays by their ids must have a bound.
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

  /// The number of a kind in ``kinds``.
  static func number(of kind: Paragraph.Kind) -> UInt8 {
    UInt8(Paragraph.Kind.allCases.firstIndex(of: kind)!)
  }

  /// Copies the numbers of a block to their place among those of all paragraphs.
  ///
  /// - Throws: A ``DamagedStorage`` if the block has not as many as every block.
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
