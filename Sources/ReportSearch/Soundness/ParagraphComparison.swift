import Corpus
import GRDB
import TextAnalysis

/// Compares everything derived from paragraphs with their rows.
struct ParagraphComparison {
  /// The faults of a paragraph.
  struct Finding {
    var faults: [IndexFault] = []
    /// The id of its source, if neither the tokens nor a digest confirm its text.
    var doubtfulSource: Int?
  }

  var copies: CopyExamination
  private let attributes: ParagraphAttributes
  private let pages: SegmentPages?
  private let sums: [UInt64]?
  private let tokenizer = BigramTokenizer()
  private var reader: IndexedTextReader
  private var values: [String: UInt32] = [:]
  private var block: (number: Int, records: [ParagraphRecord])?

  /// - Parameters:
  ///   - pages: The pages in which the tokens of single paragraphs are looked up, or `nil` if they
  ///     cannot be read.
  ///   - sums: The token sums of all paragraphs, for a full check.
  init(
    attributes: ParagraphAttributes, pages: SegmentPages?, sums: [UInt64]?,
    in snapshot: SQLiteSnapshot
  ) throws {
    (self.attributes, self.pages, self.sums) = (attributes, pages, sums)
    copies = try CopyExamination(paragraphLimit: attributes.reports.count, in: snapshot.db)
    reader = IndexedTextReader(snapshot)
    let rows = try Row.fetchCursor(snapshot.db, sql: "SELECT value, id FROM attribute_value")
    while let row = try rows.next() {
      let stored = StoredRow(row, of: "attribute_value")
      values[try stored[0]] = try stored[1]
    }
  }

  /// Compares a paragraph. For an id without a paragraph, checks that no derived data are stored.
  ///
  /// - Returns: The faults, or `nil` for an unused id without derived data.
  mutating func compare(_ id: Int, in db: Database) throws -> Finding? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredParagraph.columns) FROM paragraph WHERE id = ?")
    let record = try self.record(of: id, in: db)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else {
      let isNothing = record == ParagraphRecord() && sums.map { $0[id] == 0 } ?? true
      return isNothing ? nil : Finding(faults: [.table("paragraph \(id) is missing")])
    }
    let stored = try StoredParagraph(row)
    let report = try reader.report(stored.report)
    let name = Identifier.paragraph(report: report.identifier, number: stored.number)
    let folded = FoldedText(stored.paragraph.text)
    var finding = Finding()
    let copy = try copies.finding(of: stored, folded: folded, keepsKeys: sums != nil)
    if copy == .other { finding.faults.append(.copies(paragraph: name)) }
    if try !hasItsTokens(stored) {
      finding.faults.append(.tokens(paragraph: name))
      if copy != .same { finding.doubtfulSource = report.source }
    }
    if try self.record(following: stored, characterCount: folded.characterCount) != record {
      finding.faults.append(.attributes(paragraph: name))
    }
    return finding
  }

  private mutating func record(of id: Int, in db: Database) throws -> ParagraphRecord {
    let number = id / ParagraphAttributes.blockSize
    if block?.number != number {
      block = (number, try ParagraphAttributeChanges.records(ofBlock: number, in: db))
    }
    return block!.records[id % ParagraphAttributes.blockSize]
  }

  /// Returns the doc values that follow from a row, or `nil` if they need a shared value that is
  /// not stored.
  private func record(
    following stored: StoredParagraph, characterCount: Int
  ) throws -> ParagraphRecord? {
    var isKnown = true
    let record = ParagraphRecord(
      stored.paragraph, at: stored.number - 1, report: stored.report,
      characterCount: characterCount
    ) { text in
      if let number = values[text] { return number }
      isKnown = false
      return 0
    }
    return isKnown ? record : nil
  }

  private func hasItsTokens(_ stored: StoredParagraph) throws -> Bool {
    let text = stored.paragraph.text
    if let sums { return TokenSums.sum(of: text, by: tokenizer) == sums[stored.id] }
    guard let pages else { return true }
    let tokens = Dictionary(grouping: tokenizer.tokens(inDocument: text), by: \.term)
    return try tokens.allSatisfy { term, tokens in
      var cursor = try MergedCursor(pages.doclists(ofTerm: Array(term.utf8)), in: pages)
      guard try cursor.seek(to: UInt32(stored.id)), cursor.row == stored.id else { return false }
      var decoder = PositionDecoder(cursor.positions)
      var positions: [Int] = []
      while try decoder.next() { positions.append(Int(decoder.position)) }
      return positions == tokens.map(\.position)
    }
  }
}
