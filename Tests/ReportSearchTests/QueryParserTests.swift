import ReportSearch
import TestSupport
import Testing

struct QueryParserTests {
  @Test(arguments: [
    ("控辍保学", "控辍保学"),
    ("  控辍保学　留守儿童 ", "控辍保学 留守儿童"),
    ("控辍保学 AND 留守儿童 & 控辍保学", "控辍保学 留守儿童"),
    ("\"营养改善计划 实施\"", "\"营养改善计划 实施\""),
    ("“营养改善计划 实施” 学校", "\"营养改善计划 实施\" 学校"),
    ("「“双减”」", "\"“双减”\""),
    ("（一）强化控辍保学", "（一）强化控辍保学"),
    ("(一)强化控辍保学", "(一)强化控辍保学"),
    ("组长：黄某某", "组长：黄某某"),
    ("http://example.com", "http://example.com"),
    ("为什么？因为", "为什么？因为"),
    ("从此……到底", "从此……到底"),
    ("99.8%", "99.8%"),
    ("1,200", "1,200"),
    ("5G+智慧", "5G+智慧"),
    ("A-B", "A-B"),
    ("控辍 year:2011", "控辍 year:2011"),
    ("~控辍保学 ～“留守 儿童”", "~控辍保学 ~\"留守 儿童\""),
    ("控辍 ＹＥＡＲ：2011", "控辍 year:2011"),
    ("\"~控辍\"", "\"~控辍\""),
    ("~year:2011", "~year:2011"),
    ("控辍 年份：２０１０..2015年", "控辍 year:2010..2015"),
    ("控辍 year:2010..", "控辍 year:2010.."),
    ("控辍 year:=2011–2015", "控辍 year:=2011–2015"),
    ("控辍 year:=2011..2015", "控辍 year:=2011–2015"), ("控辍 year:=2012/13", "控辍 year:=2012/13"),
    ("控辍 year:=..2011", "控辍 year:=–2011"), ("控辍 year:=不详", "控辍 year:=undated"),
    ("控辍 year:=placeholder", "控辍 year:=placeholder"),
    ("控辍 report-year:2011..", "控辍 report-year:2011.."),
    ("控辍 地区：瀘州", "控辍 region:瀘州"), ("控辍 type:计划 section:打算", "控辍 type:计划 section:plan"),
    (
      "控辍 title:工作總結 issuer:教育局 path:甲 heading:成效 report:r1",
      "控辍 title:工作总结 issuer:教育局 path:甲 heading:成效 report:r1"
    ),
    ("单位：某县教育局", "单位：某县教育局"),
    ("\\-5度", "\"-5度\""),
    ("\\\"双减\\\"", "\"\\\"双减\\\"\""),
  ])
  func `a query is read as its normal form`(typed: String, normal: String) throws {
    let query = try QueryParser().parse(typed)
    #expect(query.description == normal)
    #expect(try QueryParser().parse(query.description).description == normal)
  }

  @Test(
    arguments: [
      ("", .empty, 0..<0),
      (" \t\u{3000}", .empty, 0..<3),
      ("year:2011", .onlyFilters, 0..<9),
      ("控\u{0}辍", .controlCharacter("\u{0}"), 1..<2),
      ("说 \"双减", .unclosedQuotation("\"", closing: "\""), 2..<3),
      ("“双减", .unclosedQuotation("“", closing: "”"), 0..<1),
      ("\u{200B}", .invisible("\u{200B}"), 0..<1),
      ("控辍 \"\"", .invisible(""), 3..<5),
      ("yaer:2011 控辍", .unknownField("yaer", suggestion: "year"), 0..<9),
      ("控辍 year:", .missingValue(field: "year"), 3..<8),
      ("控辍 year:二〇一一", .invalidYear("二〇一一"), 3..<12),
      ("控辍 year:20", .invalidYear("20"), 3..<10),
      ("控辍 section:序言", .invalidSection("序言"), 3..<13),
      ("控辍 year:2015..2010", .reversedYears("2015..2010"), 3..<18),
      ("控辍 | 防辍", .unsupported("|"), 3..<4),
      ("控辍｜防辍", .unsupported("|"), 0..<5),
      ("控辍 -校外", .unsupported("-"), 3..<6),
      ("控辍 /20 保学", .unsupported("/20"), 3..<6),
      ("控?保学", .unsupported("?"), 0..<4),
      ("从…到", .unsupported("…"), 0..<3),
      ("~", .unsupported("~"), 0..<1),
      ("控辍 ~ 保学", .unsupported("~"), 3..<4),
      ("~~控辍", .unsupported("~"), 0..<4),
      ("~\"控辍", .unclosedQuotation("\"", closing: "\""), 1..<2),
      ("(控辍 保学) 学校", .unsupported("("), 0..<3),
      ("控辍 same:report", .unsupported("same:"), 3..<14),
    ] as [(String, QueryParserError.Kind, Range<Int>)])
  func `a query that cannot be read tells what is wrong and where`(
    typed: String, kind: QueryParserError.Kind, range: Range<Int>
  ) {
    #expect(throws: QueryParserError(kind, at: range)) { try QueryParser().parse(typed) }
  }

  @Test func `a query of a megabyte is refused`() {
    let query = String(repeating: "学", count: 350_000)
    #expect(throws: QueryParserError(.tooLong(characters: 350_000, limit: 1000), at: 0..<350_000)) {
      try QueryParser().parse(query)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the normal form of any query parses to the same query`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("学校1a \"“”「」\\()（:：-|&/>?…~@yer.=控\u{301}\u{200B}".unicodeScalars)
    for _ in 0..<300 {
      let typed = random.string(of: alphabet, length: 1...10)
      guard let query = try? QueryParser().parse(typed) else { continue }
      #expect(
        (try? QueryParser().parse(query.description)) == query,
        "\(typed) was read as \(query.description)")
    }
  }
}
