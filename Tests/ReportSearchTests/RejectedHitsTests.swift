import Corpus
import TestSupport
import Testing

@testable import ReportSearch

struct RejectedHitsTests {
  private let index: ReportIndex

  init() throws {
    index = try ParagraphIndex(["控辍保学，控辍保学", "学校抓控辍保学", "别的"]).reportIndex
  }

  private func hitIDs(_ query: String) throws -> [String] {
    try index.search(QueryParser().parse(query), limit: .max).hits.flatMap { hit in
      hit.matches.map {
        Identifier.match(paragraph: hit.paragraph.identifier, foldedRange: $0.foldedRange)
      }
    }
  }

  @Test func `rejected matches are excluded from lists and counts, and counted`() throws {
    let query = try QueryParser().parse("控辍保学")
    let ids = try hitIDs("控辍保学")
    #expect(ids.count == 3)
    for id in ids {
      let rejected = try RejectedHits("hit_id\treason\n\(id)\t说的是别的\n")
      var left: [String] = []
      let totals = try index.forEachHit(of: query, rejecting: rejected) { hit in
        left += hit.matches.map {
          Identifier.match(paragraph: hit.paragraph.identifier, foldedRange: $0.foldedRange)
        }
      }
      #expect(left == ids.filter { $0 != id })
      #expect((totals.matches, totals.rejected) == (2, 1))
      #expect(totals.paragraphs == Set(left.map { $0.prefix { $0 != ":" } }).count)
      let table = try index.counts(of: query, by: .reportYear, rejecting: rejected)
      #expect(table.totals == totals)
      #expect(table[0, 0].found.matches == 2)
    }
    let all = try RejectedHits(ids.joined(separator: "\n"))
    let totals = try index.forEachHit(of: query, rejecting: all) { _ in
      Issue.record("all are rejected")
    }
    #expect((totals.paragraphs, totals.matches, totals.rejected) == (0, 0, 3))
  }

  @Test func `unknown match identifiers are reported and reject nothing`() throws {
    let id = try hitIDs("控辍保学")[0]
    let report = id.prefix { $0 != "." }
    let gone = ["r00000000000000000000.1:0-4", "\(report).99:0-4", "\(report).4:0-4"]
    let rejected = try RejectedHits((gone + [id]).joined(separator: "\n"))
    #expect(try index.read { try $0.unknown(in: rejected) } == gone)
    // A range that is not a match of the query rejects nothing.
    let other = try RejectedHits("\(report).1:0-3")
    let totals = try index.forEachHit(of: QueryParser().parse("控辍保学"), rejecting: other) { _ in }
    #expect((totals.matches, totals.rejected) == (3, 0))
  }

  @Test func `a table is read with comments, blanks and repeated lines`() throws {
    let id = "r4f1c09a27d35b8e6a0c1.12:8-12"
    let list = try RejectedHits("\u{FEFF}# 说明\n\n \(id) \t 甲\r\n\(id)\t乙\n")
    #expect(list.rows.map(\.hitID) == [id])
    #expect(list.rows.map(\.reason) == ["乙"])
    #expect(try RejectedHits("").rows.isEmpty)
  }

  @Test(arguments: ["r1.2:3-4", "4f1c", "r4f1c09a27d35b8e6a0c1.12", "r4f1c09a27d35b8e6a0c1.12:9-9"])
  func `an invalid match identifier is reported with its line`(text: String) {
    #expect(throws: RejectedHitsError(text: text, lineNumber: 2)) {
      try RejectedHits("# 说明\n\(text)\t原因")
    }
  }
}
