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
  /// - Complexity: O(*n*) in the number of ids that were given so far.
  init(reading tables: any TableReader) throws {
    let next = try Schema.number(.nextParagraph, in: tables) ?? 1
    characterCounts = [UInt32](repeating: 0, count: next)
    reports = [UInt32](repeating: 0, count: next)
    kinds = [UInt8](repeating: 0, count: next)
    try tables.fetchEach(
      "SELECT block, character_counts, reports, kinds FROM paragraph_attributes", []
    ) { row in
      let start = (row[0] as Int) * Self.blockSize
      Self.copy(row[1], to: &characterCounts, at: start)
      Self.copy(row[2], to: &reports, at: start)
      Self.copy(row[3], to: &kinds, at: start)
    }
    for id in reports.indices where reports[id] != 0 {
      paragraphCount += 1
      characterCount += Int(characterCounts[id])
    }
  }

  /// The number of a kind in ``kinds``.
  static func number(of kind: Paragraph.Kind) -> UInt8 {
    UInt8(Paragraph.Kind.allCases.firstIndex(of: kind)!)
  }

  /// Copies the numbers of a block to their place among those of all paragraphs.
  static func copy<Number: FixedWidthInteger>(
    _ data: Data?, to array: inout [Number], at start: Int
  ) {
    guard let data, start < array.count else { return }
    // Not through a slice, which would copy the array first.
    array.withUnsafeMutableBytes { bytes in
      let target = UnsafeMutableRawBufferPointer(
        rebasing: bytes[(start * MemoryLayout<Number>.stride)...])
      _ = data.copyBytes(to: target, count: min(data.count, target.count))
    }
  }
}
