import Foundation

/// The table of near-duplicate groups: arrays of 4,096 group numbers per row, by paragraph id. The
/// number is 0 for a paragraph without near-duplicates.
struct CopyGroupTable {
  private struct Block {
    var groups: [UInt32]
    var isStored: Bool
    var hasChanged = false
  }

  private var blocks: [Int: Block] = [:]

  /// Sets the group of a paragraph.
  mutating func set(_ group: UInt32, ofParagraph id: UInt32, in db: any TableReader) throws {
    let number = Int(id) / ParagraphAttributes.blockSize
    if blocks[number] == nil { blocks[number] = try Self.block(number, in: db) }
    let place = Int(id) % ParagraphAttributes.blockSize
    guard blocks[number]!.groups[place] != group else { return }
    blocks[number]!.groups[place] = group
    blocks[number]!.hasChanged = true
  }

  /// Stores the changed blocks.
  func write(to db: any TableWriter) throws {
    for (number, block) in blocks where block.hasChanged {
      let sql =
        block.isStored
        ? "UPDATE paragraph_copies SET groups = ? WHERE block = ?"
        : "INSERT INTO paragraph_copies(groups, block) VALUES (?, ?)"
      let data = block.groups.withUnsafeBytes { Data($0) }
      try db.execute(sql, [.bytes(data), .integer(number)])
    }
  }

  /// Reads the group of each paragraph, by id. Returns an empty array if there are no groups.
  static func groups(paragraphIDCount: Int, in tables: any TableReader) throws -> [UInt32] {
    var groups: [UInt32] = []
    try tables.fetchEach("SELECT block, groups FROM paragraph_copies", []) { row in
      if groups.isEmpty { groups = [UInt32](repeating: 0, count: paragraphIDCount) }
      let block: Int = try StoredRow(row, of: "paragraph_copies")[0]
      let (start, isTooFar) = block.multipliedReportingOverflow(by: ParagraphAttributes.blockSize)
      guard !isTooFar else { throw DamagedStorage("paragraph_copies \(block)") }
      try ParagraphAttributes.copy(row.bytes(1), to: &groups, at: start)
    }
    return groups
  }

  private static func block(_ number: Int, in db: any TableReader) throws -> Block {
    let rows = try db.fetchRows(
      "SELECT groups FROM paragraph_copies WHERE block = ?", [.integer(number)])
    var groups = [UInt32](repeating: 0, count: ParagraphAttributes.blockSize)
    guard let row = rows.first else { return Block(groups: groups, isStored: false) }
    try ParagraphAttributes.copy(row.bytes(0), to: &groups, at: 0)
    return Block(groups: groups, isStored: true)
  }
}
