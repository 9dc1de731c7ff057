import Foundation
import GRDB

/// What ranking and counting need to know of every paragraph, by its id, in arrays.
///
/// Reading a column of the paragraph table costs a seek for each hit; the arrays are read once,
/// and are eight bytes a paragraph.
struct ParagraphAttributes: Sendable {
  /// The number of paragraphs in one row of the table.
  static let blockSize = 4096

  /// The number of folded characters of each paragraph.
  private(set) var characterCounts: [UInt32] = []
  /// The id of each paragraph's report; 0 where there is no paragraph.
  private(set) var reports: [UInt32] = []
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
  init(reading db: Database) throws {
    let next: Int = try Schema.get(.nextParagraph, in: db) ?? 1
    characterCounts = [UInt32](repeating: 0, count: next)
    reports = [UInt32](repeating: 0, count: next)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT block, character_counts, reports FROM paragraph_attributes")
    while let row = try rows.next() {
      let start = (row[0] as Int) * Self.blockSize
      try row.withUnsafeData(atIndex: 1) { Self.copy($0, to: &characterCounts, at: start) }
      try row.withUnsafeData(atIndex: 2) { Self.copy($0, to: &reports, at: start) }
    }
    for id in reports.indices where reports[id] != 0 {
      paragraphCount += 1
      characterCount += Int(characterCounts[id])
    }
  }

  private static func copy(_ data: Data?, to array: inout [UInt32], at start: Int) {
    guard let data, start < array.count else { return }
    array[start...].withUnsafeMutableBytes { target in
      _ = data.copyBytes(to: target, count: min(data.count, target.count))
    }
  }
}

/// The rows of attributes that a transaction changes.
struct ParagraphAttributeChanges {
  private struct Block {
    var characterCounts: [UInt32]
    var reports: [UInt32]
  }

  private var blocks: [Int: Block] = [:]

  /// Sets the attributes of a paragraph; report 0 means that there is none.
  mutating func set(
    paragraph id: Int, characterCount: Int, report: Int, in db: Database
  ) throws {
    let number = id / ParagraphAttributes.blockSize
    if blocks[number] == nil { blocks[number] = try Self.block(number, in: db) }
    let place = id % ParagraphAttributes.blockSize
    blocks[number]!.characterCounts[place] = UInt32(characterCount)
    blocks[number]!.reports[place] = UInt32(report)
  }

  /// Stores what was set.
  mutating func write(to db: Database) throws {
    for (number, block) in blocks {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO paragraph_attributes(block, character_counts, reports)
          VALUES (?, ?, ?)
          """,
        arguments: [number, Self.data(block.characterCounts), Self.data(block.reports)])
    }
    blocks = [:]
  }

  private static func block(_ number: Int, in db: Database) throws -> Block {
    let row = try Row.fetchOne(
      db, sql: "SELECT character_counts, reports FROM paragraph_attributes WHERE block = ?",
      arguments: [number])
    return Block(characterCounts: numbers(row?[0]), reports: numbers(row?[1]))
  }

  private static func numbers(_ data: Data?) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: ParagraphAttributes.blockSize)
    if let data {
      _ = numbers.withUnsafeMutableBytes { data.copyBytes(to: $0) }
    }
    return numbers
  }

  private static func data(_ numbers: [UInt32]) -> Data {
    numbers.withUnsafeBytes { Data($0) }
  }
}
