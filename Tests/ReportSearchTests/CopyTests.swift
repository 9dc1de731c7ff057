import Corpus
import TestSupport
import Testing

@testable import ReportSearch

/// Near-duplicate groups, counts without copies, and the text that reports share.
struct CopyTests {
  private let folder: TemporaryFolder
  private let writer: IndexWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = try IndexWriter(path: folder("index.sqlite"))
  }

  private func add(_ path: String, year: Int?, _ texts: String...) throws {
    try writer.add(Source(paragraphs: texts, name: path, year: year), file: .named(path))
    try writer.commit()
  }

  private func groups() throws -> [[String]] {
    try ReportIndex(path: folder("index.sqlite")).copies(limit: .max).groups
      .map { $0.paragraphs.map { "\($0.report.title).\($0.paragraph.number)" } }
  }

  /// Returns 40 distinct characters, those in a range replaced.
  private func text(replacing places: ClosedRange<Int>? = nil) -> String {
    let letters = Array("东南西北春夏秋冬山川河海日月星辰风霜雨雪松竹梅兰琴棋书画笔墨纸砚金木水火土石田禾")
    return String(
      letters.indices.map { places?.contains($0) == true ? Character("零") : letters[$0] })
  }

  @Test func `a chain of near-duplicates is one group until its middle is removed`() throws {
    try add("/甲", year: 2010, text())
    // Each text has 37 shingles, and each step changes four: neighbours share 33 of 41, the ends of
    // the chain 29 of 45.
    try add("/乙", year: 2011, text(replacing: 10...10))
    try add("/丙", year: 2012, text(replacing: 10...10).replacing("纸", with: "壹"))
    #expect(try groups() == [["/甲.1", "/乙.1", "/丙.1"]])
    try writer.remove(filesAt: ["/乙"])
    try writer.commit()
    #expect(try groups().isEmpty)
    try add("/丁", year: nil, text(replacing: 10...10))
    #expect(try groups() == [["/甲.1", "/丙.1", "/丁.1"]])
  }

  @Test func `short paragraphs are not near-duplicates`() throws {
    let short = "二十个字以内的段落都是套话不必比较"
    try add("/甲", year: 2010, short, short + "一二三", text())
    try add("/乙", year: 2011, short, short + "一二三", text())
    #expect(try groups() == [["/甲.2", "/乙.2"], ["/甲.3", "/乙.3"]])
  }

  @Test func `a group counts once, at its first hit in the result`() throws {
    try add("/乙", year: 2011, text() + "甲", text() + "甲", "别的")
    try add("/甲", year: 2012, text() + "乙", "东南西北")
    try add("/丙", year: nil, text() + "甲", text() + "丙")
    let index = try ReportIndex(path: folder("index.sqlite"))
    func search(_ query: String, folded: Bool = false) throws -> SearchResult {
      try index.search(
        QueryParser().parse(query), limit: 9,
        options: SearchOptions(order: .source, facets: [.reportYear], foldsCopies: folded))
    }
    let all = try search("东南西北")
    #expect(all.totals == SearchResult.Totals(paragraphs: 6, matches: 6, reports: 3))
    #expect(all.totalsWithoutCopies == SearchResult.Totals(paragraphs: 2, matches: 2, reports: 2))
    #expect(all.hits.count == 6)
    let folded = try search("东南西北", folded: true)
    #expect(folded.totals == all.totals)
    #expect(folded.hits.map(\.report.title) == ["/乙", "/甲"])
    #expect(folded.facets[.reportYear]?.map(\.paragraphs) == [1, 1])
    #expect(folded.hits.map { $0.copies?.count } == [5, nil])
    #expect(folded.hits[0].copies?.isFirst == true)
    // Among the paragraphs with 丙, the first member of the group is not in the first report.
    let last = try search("东南西北 丙", folded: true)
    #expect(last.hits.map(\.report.title) == ["/丙"])
    #expect(last.hits[0].copies?.isFirst == false)
    #expect(last.hits[0].copies?.group == folded.hits[0].paragraph.identifier)
    var given: [String] = []
    let totals = try index.forEachHit(of: QueryParser().parse("东南西北"), foldsCopies: true) {
      given.append($0.report.title)
    }
    #expect(given.count == 2 && totals == all.totalsWithoutCopies)
  }

  @Test func `report pairs list the text that both reports contain`() throws {
    let (one, two) = (text(), String(text().reversed()))
    try add("/甲", year: 2010, one, one, "只有一份报告里有的一段话，长短也合适，却没有第二处")
    try add("/乙", year: 2011, two, one)
    try add("/丙", year: 2012, one, one, two)
    let index = try ReportIndex(path: folder("index.sqlite"))
    let listing = try index.reportPairs(limit: 9)
    let pairs = listing.pairs
    #expect(listing.pairCount == pairs.count)
    #expect(
      pairs.map { "\($0.earlier.title)\($0.later.title) \($0.paragraphs) \($0.characters)" }
        == ["/乙/丙 3 120", "/甲/丙 2 80", "/甲/乙 1 40"])
    #expect(pairs.map(\.share) == [1, 2.0 / 3, 0.5])
    #expect(
      try index.reportPairs(limit: 1)
        == ReportPairListing(pairCount: pairs.count, pairs: [pairs[0]]))
    #expect(try index.reportPairs(limit: 9, offset: 1).pairs == Array(pairs.dropFirst()))
    let reports = try index.reports()
    let middle = try index.copies(in: reports[1])
    #expect(middle.characterCount == 80 && middle.takenCharacterCount == 40)
    #expect(middle.taken.map(\.origin.report.title) == ["/甲"])
    #expect(middle.sources == [pairs[2]] && middle.takers == [pairs[0]])
    let first = try index.copies(in: reports[0])
    #expect(first.taken.isEmpty && first.takers == [pairs[1], pairs[2]])
  }

  @Test func `texts of the same characters are compared by their shingles`()
    throws
  {
    // Both texts have the same characters equally often, but no shingle in common.
    try add("/甲", year: 2010, String(repeating: "甲乙丙丁", count: 6))
    try add("/乙", year: 2011, String(repeating: "丁丙乙甲", count: 6))
    // A short text repeated: it has only four distinct shingles, and a longer text has the same
    // ones.
    try add("/丙", year: 2012, String(repeating: "甲乙丙丁", count: 60))
    #expect(try groups() == [["/甲.1", "/丙.1"]])
  }
}
