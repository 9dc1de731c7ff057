import Corpus
import Foundation

/// Pending changes of doc values in a transaction.
struct ParagraphAttributeChanges {
  private struct Block {
    var records: [ParagraphRecord]
    /// True if the table has a row for the block.
    var isStored: Bool
  }

  /// The maximum number of blocks in memory. Paragraphs are added in the order of their ids, so
  /// that few are needed.
  private static let mostBlocks = 16

  private var blocks: [Int: Block] = [:]
  private var values: [String: UInt32]?

  /// Sets the doc values of a paragraph.
  ///
  /// - Parameters:
  ///   - id: The paragraph's id.
  ///   - place: Its index in the report's paragraphs.
  mutating func add(
    _ paragraph: Paragraph, id: Int, at place: Int, report: Int, characterCount: Int,
    in db: any TableWriter
  ) throws {
    let record = try ParagraphRecord(
      paragraph, at: place, report: report, characterCount: characterCount
    ) { try number(ofValue: $0, in: db) }
    try set(record, ofParagraph: id, in: db)
  }

  /// Clears the doc values of a deleted paragraph.
  mutating func remove(paragraph id: Int, in db: any TableWriter) throws {
    try set(ParagraphRecord(), ofParagraph: id, in: db)
  }

  /// Stores the changed blocks.
  mutating func write(to db: any TableWriter) throws {
    for (number, block) in blocks {
      let columns = ParagraphBlock.columns(of: block.records)
      // Not INSERT OR REPLACE: SQLite would open a savepoint, which makes FTS5 write a segment.
      let sql =
        block.isStored
        ? """
        UPDATE paragraph_attributes SET character_counts = ?, reports = ?, kinds = ?, sections = ?,
          headings = ?, regions = ?, sentence_ends = ?, years = ? WHERE block = ?
        """
        : """
        INSERT INTO paragraph_attributes(
          character_counts, reports, kinds, sections, headings, regions, sentence_ends, years, block)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
      try db.execute(sql, columns.map { .bytes($0) } + [.integer(number)])
    }
    blocks = [:]
  }

  private mutating func set(
    _ record: ParagraphRecord, ofParagraph id: Int, in db: any TableWriter
  ) throws {
    let number = id / ParagraphAttributes.blockSize
    if blocks[number] == nil {
      if blocks.count == Self.mostBlocks { try write(to: db) }
      blocks[number] = try Self.block(number, in: db)
    }
    blocks[number]!.records[id % ParagraphAttributes.blockSize] = record
  }

  private mutating func number(ofValue text: String, in db: any TableWriter) throws -> UInt32 {
    if values == nil {
      values = [:]
      try db.fetchEach("SELECT id, CAST(value AS BLOB) FROM attribute_value", []) { row in
        let stored = StoredRow(row, of: "attribute_value")
        values![try stored.text(1)] = try stored[0]
      }
    }
    if let known = values![text] { return known }
    let number = UInt32(values!.count + 1)
    try db.execute(
      "INSERT INTO attribute_value(id, value) VALUES (?, ?)",
      [.integer(Int(number)), .document(text)])
    values![text] = number
    return number
  }

  /// Returns the stored doc values of a block of 4,096 paragraphs.
  static func records(ofBlock number: Int, in db: any TableReader) throws -> [ParagraphRecord] {
    try block(number, in: db).records
  }

  private static func block(_ number: Int, in db: any TableReader) throws -> Block {
    let rows = try db.fetchRows(
      """
      SELECT character_counts, reports, kinds, sections, headings, regions, sentence_ends, years
      FROM paragraph_attributes WHERE block = ?
      """, [.integer(number)])
    guard let row = rows.first else {
      let empty = [ParagraphRecord](
        repeating: ParagraphRecord(), count: ParagraphAttributes.blockSize)
      return Block(records: empty, isStored: false)
    }
    let stored = StoredRow(row, of: "paragraph_attributes", number)
    let columns = try (0..<8).map { try stored[$0] as Data }
    return Block(records: try ParagraphBlock.records(of: columns), isStored: true)
  }
}
