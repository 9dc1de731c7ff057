import Corpus
import FTS5Tokenizer
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

struct StoredAttributesTests {
  @Test func `doc values of many blocks are written, changed and read`() throws {
    let folder = try TemporaryFolder()
    let queue = try IndexConnection.open(
      writingAt: folder("index.sqlite"), waiting: .zero, tokenizer: FTS5BigramTokenizer())
    // More blocks than the cache holds, with two paragraphs each.
    let blocks = 0..<20
    let ids = blocks.flatMap { [$0 * 4096 + 9, $0 * 4096 + 7] }
    func paragraph(_ id: Int) -> Paragraph {
      Paragraph(
        text: "控辍\(id)。保学\n学校", kind: .heading, heading: id % 4096 == 9 ? 5 : nil, lineNumber: 1,
        section: .plan,
        years: [
          YearSpan(range: 0..<2, years: .placeholder, kind: .placeholder, basis: .clause),
          YearSpan(range: 3..<9, years: .undated, kind: .fact, basis: .clause),
        ], region: Region(code: nil, name: "某\t\(id % 3)县", basis: .anonymised))
    }
    try queue.write { db in
      var changes = ParagraphAttributeChanges()
      for id in ids {
        try changes.add(
          paragraph(id), id: id, at: 7, report: id / 4096 + 1, characterCount: 20, in: db)
      }
      for block in blocks {
        try db.execute(
          sql: """
            INSERT INTO report(
              id, identifier, source, part, head, title, year_basis, doc_type, region_basis,
              region_candidates, first_paragraph, paragraph_count)
            VALUES (?1, 'r' || ?1, 1, 1, '', '', '', '', '', '', 1, 1)
            """, arguments: [block + 1])
      }
      try changes.write(to: db)
      try changes.remove(paragraph: ids[0], in: db)
      try changes.write(to: db)
      try Schema.set(.nextParagraph, .integer(blocks.count * 4096), in: db)
    }
    let file = try IndexFileIdentity(ofIndex: queue.path)
    try queue.read { db in
      let attributes = try ParagraphAttributes(reading: db)
      let stored = DocValues(
        attributes: attributes, stored: StoredAttributes(),
        db: SQLiteSnapshot(db: db, path: queue.path, file: file, pages: nil))
      #expect(attributes.paragraphCount == ids.count - 1)
      #expect(attributes.reports[ids[0]] == 0 && attributes.characterCounts[ids[0]] == 0)
      let plan = UInt8(try #require(SectionKind.allCases.firstIndex(of: .plan)))
      for id in ids.dropFirst() {
        #expect(
          Int(attributes.reports[id]) == id / 4096 + 1 && attributes.characterCounts[id] == 20)
        #expect(attributes.kinds[id] == ParagraphAttributes.number(of: .heading))
        #expect(try stored.sections()[id] == plan)
        #expect(try Int(stored.headings()[id]) == (id % 4096 == 9 ? id - 2 : 0))
        let digits = UInt32(String(id).count)
        #expect(
          try Array(stored.sentenceEnds().places(ofParagraph: UInt32(id))) == [
            digits + 3, digits + 5,
          ]
        )
        let years = try stored.years()
        let values = [0, 1, 2, 3, 8].map {
          years.values[years.number(atPlace: $0, ofParagraph: UInt32(id))]?.years
        }
        #expect(values == [.placeholder, .placeholder, .placeholder, .undated, .undated])
        let regions = try stored.regions()
        #expect(regions.values[Int(regions.numbers[id])]?.name == "某\t\(id % 3)县")
      }
      #expect(try stored.sentenceEnds().places(ofParagraph: UInt32(ids[0])).isEmpty)
      #expect(try stored.sentenceEnds().places(ofParagraph: 4000).isEmpty)
      #expect(try stored.headings()[ids[0]] == 0)
    }
  }
}
