import ReportSearch
import TestSupport
import Testing

struct QueryParserTests {
  @Test(arguments: [
    ("控辍保学", "控辍保学"),
    ("  控辍保学　留守儿童 ", "控辍保学 留守儿童"),
    ("控辍保学 AND 留守儿童 & 控辍保学", "控辍保学 留守儿童"),
    ("控辍＆保学 ＡＮＤ 学校", "控辍＆保学 学校"),
    ("\"营养改善计划 实施\"", "\"营养改善计划 实施\""),
    ("“营养改善计划 实施” 学校", "\"营养改善计划 实施\" 学校"),
    ("「“双减”」", "\"“双减”\""),
    ("『甲「乙」』", "\"甲「乙」\""),
    ("控辍 year:2011", "控辍 year:2011"),
    ("~控辍保学 ～“留守 儿童”", "~控辍保学 ~\"留守 儿童\""),
    ("控辍 ＹＥＡＲ：2011", "控辍 year:2011"),
    ("\"~控辍\"", "\"~控辍\""),
    ("~year:2011", "~year:2011"),
    ("控辍 年份：２０１０..2015年", "控辍 year:2010..2015"),
    ("控辍 year:2010..", "控辍 year:2010.."),
    ("控辍 year:2010—2015", "控辍 year:2010..2015"),
    ("控辍 year:2010-2015", "控辍 year:2010..2015"),
    ("控辍 year:2010…2015", "控辍 year:2010..2015"),
    ("控辍 year:=2011–2015", "控辍 year:=2011–2015"),
    ("控辍 year:=2011..2015", "控辍 year:=2011–2015"),
    ("控辍 year:=2012/13", "控辍 year:=2012/13"),
    ("控辍 year:=..2011", "控辍 year:=–2011"),
    ("控辍 year:=不详", "控辍 year:=undated"),
    ("控辍 year:=placeholder", "控辍 year:=placeholder"),
    ("控辍 report-year:2011..", "控辍 report-year:2011.."),
    ("控辍 报告年份:2011", "控辍 report-year:2011"),
    ("控辍 published:2012", "控辍 published:2012-01-01..2012-12-31"),
    ("控辍 published:2012-02", "控辍 published:2012-02-01..2012-02-29"),
    ("控辍 published:2012-01..2012-06", "控辍 published:2012-01-01..2012-06-30"),
    ("控辍 published:2012年1月5日", "控辍 published:2012-01-05"),
    ("控辍 published:..2012-06-15", "控辍 published:..2012-06-15"),
    ("控辍 published:2012-06..", "控辍 published:2012-06-01.."),
    ("控辍 地区：瀘州", "控辍 region:瀘州"),
    ("控辍 type:计划 section:打算", "控辍 type:计划 section:plan"),
    ("控辍 title:\"工作 Report\"", "控辍 title:工作report"),
    ("控辍 title:\"Work Report\"", "控辍 title:\"work report\""),
    (
      "控辍 title:工作總結 issuer:教育局 path:甲 heading:成效 report:r1",
      "控辍 title:工作总结 issuer:教育局 path:甲 heading:成效 report:r1"
    ),
    ("\\-5度", "\"-5度\""),
    ("\\\"双减\\\"", "\"\\\"双减\\\"\""),
    // OR and groups.
    ("控辍 | 防辍", "控辍 | 防辍"), ("控辍｜防辍 OR 保学", "控辍 | 防辍 | 保学"),
    ("控辍|防辍|控辍", "控辍 | 防辍"), ("控辍 | 控辍", "控辍"),
    ("(控辍 | 防辍) 学校", "(控辍 | 防辍) 学校"), ("（控辍｜防辍）学校", "(控辍 | 防辍) 学校"),
    ("(控辍 学校) | 防辍", "控辍 学校 | 防辍"), ("控辍 (学校 防辍)", "控辍 学校 防辍"),
    ("((控辍 | 防辍))", "控辍 | 防辍"), ("( 控辍 )", "控辍"), ("(~控辍)", "~控辍"),
    ("控辍 (学校 year:2011)", "控辍 (学校 year:2011)"),
    ("(year:2011 | region:泸州) 控辍", "(year:2011 | region:泸州) 控辍"),
    ("控辍 (year:2011)", "控辍 year:2011"),
    ("控辍 -(year:2011 region:泸州)", "控辍 -(year:2011 region:泸州)"),
    // Negation.
    ("双减 -校外培训", "双减 -校外培训"), ("双减 －校外培训", "双减 -校外培训"),
    ("双减 NOT 校外培训", "双减 -校外培训"), ("-校外培训 双减", "-校外培训 双减"),
    ("双减 -year:2011", "双减 -year:2011"), ("双减 -(校外 | 培训)", "双减 -(校外 | 培训)"),
    ("双减 -(校外 培训)", "双减 -(校外 培训)"), ("双减 -\"校外 培训\"", "双减 -\"校外 培训\""),
    ("双减 -~校外", "双减 -~校外"), ("双减 AND NOT 校外", "双减 -校外"),
    // Nearness.
    ("控辍 /20 保学", "控辍 /20 保学"), ("控辍 ／２０ 保学", "控辍 /20 保学"),
    ("控辍 NEAR/20 保学", "控辍 /20 保学"), ("控辍 ＞5 保学", "控辍 >5 保学"),
    ("甲乙 /5 丙丁 >6 戊己", "甲乙 /5 丙丁 >6 戊己"),
    ("甲乙 /5 (丙丁 >6 戊己)", "甲乙 /5 (丙丁 >6 戊己)"),
    ("(控辍 | 防辍) /5 学校", "(控辍 | 防辍) /5 学校"), ("控辍 /0 保学", "控辍 /0 保学"),
    // Precedence.
    ("甲 乙 | 丙 丁", "甲 乙 | 丙 丁"), ("甲 /5 乙 丙", "甲 /5 乙 丙"),
    ("甲 -乙 | 丙", "甲 -乙 | 丙"), ("甲 | 乙 /5 丙", "甲 | 乙 /5 丙"),
    ("(甲 | 乙) (丙 | 丁)", "(甲 | 乙) (丙 | 丁)"),
    // Patterns.
    ("控?保学", "控?保学"), ("控??学", "控??学"), ("从…到", "从…到"), ("从...到", "从…到"),
    ("从…经…到?了", "从…经…到?了"), ("a\\?b?c", "a\\?b?c"), ("从…\\…到", "从…\\.\\.\\.到"),
    // Unfolded text, concepts, units.
    ("original:\"控輟 保學\"", "original:\"控輟 保學\""), ("original:控輟", "original:\"控輟\""),
    ("@双减 学校", "@双减 学校"), ("＠雙減", "@双减"), ("-@双减 学校", "-@双减 学校"),
    ("same:report (控辍 保学)", "same:report(控辍 保学)"),
    ("same:sentence(控辍 -保学)", "same:sentence(控辍 -保学)"),
    ("ｓａｍｅ：section（控辍）", "same:section(控辍)"),
    ("same:report(控辍 | same:section(甲 乙)) 丙", "same:report(控辍 | same:section(甲 乙)) 丙"),
  ])
  func `a query parses to its normal form`(typed: String, normal: String) throws {
    let query = try QueryParser().parse(typed)
    #expect(query.description == normal)
    #expect(try QueryParser().parse(query.description) == query)
  }

  @Test(arguments: try! SuiteTable("literals.tsv").rows)
  func `punctuation that documents contain stays literal`(row: SuiteTable.Row) throws {
    let reading = try QueryParser().reading(of: row[0])
    let literals = row[1].split(separator: "¦").map { Literal(String($0))! }
    #expect(
      reading.query
        == (literals.count == 1
          ? .term(.literal(literals[0])) : .all(literals.map { .term(.literal($0)) })),
      "\(row): \(reading.query)")
    let signs = row.count > 2 ? row[2].split(separator: " ").map(String.init) : []
    #expect(reading.notes.map(\.sign) == signs, "\(row)")
    let scalars = Array(row[0].unicodeScalars)
    for note in reading.notes {
      let text = String(String.UnicodeScalarView(scalars[note.characterRange]))
      #expect(text == note.sign)
    }
  }

  @Test(arguments: try! SuiteTable("bad-queries.tsv").rows)
  func `an invalid query reports the error and its range`(row: SuiteTable.Row) throws {
    let (typed, kind, place) = (row[0], row[1], row[2])
    let error = try #require(throws: QueryParserError.self) { try QueryParser().parse(typed) }
    #expect("\(error.kind)".prefix { $0 != "(" } == kind, "\(row): \(error)")
    #expect(
      "\(error.characterRange.lowerBound)–\(error.characterRange.upperBound)" == place, "\(row)")
    // The web page runs a lenient reading of the query unless nothing searchable is left.
    let lenient = try QueryParser().lenientReading(of: typed)
    #expect(lenient == nil ? row.last == "nothing" : lenient?.error == error, "\(row)")
    if let lenient, row.count > 3 { #expect(lenient.query.description == row[3], "\(row)") }
  }

  @Test(
    arguments: [
      ("", .empty, 0..<0), (" \t\u{3000}", .empty, 0..<3),
      ("控\u{0}辍", .controlCharacter("\u{0}"), 1..<2),
      ("控辍\u{1F}", .controlCharacter("\u{1F}"), 2..<3),
      ("\u{200B}", .invisible("\u{200B}"), 0..<1),
      ("说 \"双减", .unclosedQuotation("\"", closing: "\""), 2..<3),
      ("yaer:2011 控辍", .unknownField("yaer", suggestion: "year"), 0..<9),
      ("控辍 year:", .missingValue(field: "year"), 3..<8),
      ("甲 /1001 乙", .invalidDistance("/1001", limit: 1000), 2..<7),
      ("@双咸", .unknownConcept("双咸", suggestions: ["双减"]), 0..<3),
      ("same:report 甲", .missingGroup(.report), 0..<11),
    ] as [(String, QueryParserError.Kind, Range<Int>)])
  func `an error has its kind, details and range`(
    typed: String, kind: QueryParserError.Kind, range: Range<Int>
  ) {
    #expect(throws: QueryParserError(kind, at: range)) { try QueryParser().parse(typed) }
  }

  @Test func `a query of a megabyte is refused, and its beginning is not searched`() {
    let query = String(repeating: "学", count: 350_000)
    let error = QueryParserError(.tooLong(characters: 350_000, limit: 1000), at: 0..<350_000)
    #expect(throws: error) { try QueryParser().parse(query) }
    #expect(throws: error) { try QueryParser().lenientReading(of: query) }
  }

  @Test func `a query whose normal form is too long is refused`() throws {
    let query = Array(repeating: "控|", count: 400).joined() + "辍"
    #expect(try QueryParser().parse(query).description == "控 | 辍")
    let different = (0x4E00..<0x4E00 + 400).map { String(Unicode.Scalar($0)!) }
    let error = QueryParserError(.tooLong(characters: 1597, limit: 1000), at: 0..<799)
    let typed = different.joined(separator: "|")
    #expect(throws: error) { try QueryParser().parse(typed) }
    #expect(throws: error) { try QueryParser().lenientReading(of: typed) }
    // The length is an error even if the query has other errors.
    #expect(throws: QueryParserError.self) {
      try QueryParser().lenientReading(of: typed + " yaer:2011")
    }
  }

  @Test(arguments: [
    ("(", ")"), ("-(", " 乙)"), ("(", ""), ("", ")"), ("same:report(", ")"),
  ])
  func `deep nesting is an error`(opening: String, closing: String) throws {
    for depth in [60, 10_000] {
      let query =
        String(repeating: opening, count: depth) + "甲 | 乙"
        + String(repeating: closing, count: depth)
      let error = try #require(throws: QueryParserError.self) { try QueryParser().parse(query) }
      let count = query.unicodeScalars.count
      #expect(0...count ~= error.characterRange.upperBound)
      if count <= QueryParser.longestQuery {
        #expect(try QueryParser().lenientReading(of: query)?.error == error)
      } else {
        #expect(throws: error) { try QueryParser().lenientReading(of: query) }
      }
    }
  }
}
