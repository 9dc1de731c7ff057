import TestSupport
import Testing

@testable import Corpus

struct DelimitedTextTests {
  private func rows(_ text: String, _ format: SourceFormat = .csv) -> [String] {
    DelimitedTextReader.documents(of: text, format: format).flatMap { $0.lines.map(\.text) }
  }

  @Test func `commas end cells, and all kinds of line ends end rows`() {
    #expect(rows("学校,学生\n一小,12\r\n二小,7\r三小,9") == ["学校\t学生", "一小\t12", "二小\t7", "三小\t9"])
    #expect(rows("甲,,乙\n,,\n \n\n丙,丁,戊\n") == ["甲\t\t乙", "丙\t丁\t戊"])
    let lines = DelimitedTextReader.documents(of: "甲,乙\n\n丙,丁", format: .csv)[0].lines
    #expect(lines.map(\.number) == [1, 3] && lines.allSatisfy { $0.role == .row })
    #expect(rows("") == [] && rows("\n,,\n") == [] && rows("甲") == ["甲"])
  }

  @Test func `quoted cells can contain quotation marks and line ends`() {
    #expect(rows("\"甲,\r\n乙\",\"他说\"\"好\"\"\"\n\"\",丙,\"\"\"\"") == ["甲, 乙\t他说\"好\"", "丙\t\""])
    #expect(rows("甲,\"乙\"丙,丁\n戊\"己\",庚,辛") == ["甲\t乙丙\t丁", "戊\"己\"\t庚\t辛"])
    #expect(rows("甲,\"乙\n丙,丁") == ["甲\t\"乙", "丙\t丁"])
  }

  @Test func `other separators are found`() {
    #expect(rows("甲;乙\n丙,1;丁\n戊;己") == ["甲\t乙", "丙,1\t丁", "戊\t己"])
    #expect(rows("甲\t乙\n\"丙\n己\"\t丁") == ["甲\t乙", "丙 己\t丁"])
    #expect(rows("甲乙\n丙,丁\n戊,己") == ["甲乙", "丙\t丁", "戊\t己"])
  }

  @Test func `tab-separated values have no quotation marks`() {
    #expect(rows("\"甲\t乙\"\n丙,丁\t\"戊\"", .tsv) == ["\"甲\t乙\"", "丙,丁\t\"戊\""])
  }

  @Test(.law) func `hostile text is read in time, and nothing is lost`() {
    let quotes = String(repeating: "\",\"\"a\n", count: 40_000)
    #expect(!rows(quotes).isEmpty)
    #expect(!rows(String(repeating: "\"a,", count: 200_001)).isEmpty)
    for seed in LawSeeds.seeds(300) {
      var random = SeededRandom(seed: seed)
      let text = random.string(of: Array("甲乙,;\t\"\r\n".unicodeScalars), length: 0...30)
      let found = rows(text).joined().filter { "甲乙".contains($0) }
      #expect(found == text.filter { "甲乙".contains($0) }, "seed \(seed): \(text)")
    }
  }
}

struct TableDocumentsTests {
  private func documents(_ rows: [[String]], named name: String? = nil) -> [SourceDocument] {
    TableDocuments.documents(
      of: rows.enumerated().map { TableRow(number: $0 + 1, cells: $1) }, named: name)
  }

  @Test func `a column of texts makes each row a report`() throws {
    let found = documents([
      ["序号", "标 题", "年份", "地区", "发布机构", "发布日期", "网址", "正文"],
      [
        "1", "青溪县教育局工作总结", "２０１１年", "青溪县", "县教育局", "2012年1月5日", "http://a.example/1",
        "一、控辍保学\n　　各校抓好。\n",
      ],
      ["", "", "去年", "", "", "2012-13-05", "", "文"], ["", "", "", "", "", "", "", ""],
    ])
    #expect(found.count == 2)
    #expect(
      found[0].lines == [
        SourceLine(
          number: 1, text: "序号\t标 题\t年份\t地区\t发布机构\t发布日期\t网址\t正文", role: .row, chrome: .surroundings),
        SourceLine(number: 2, text: "一、控辍保学"), SourceLine(number: 2, text: "各校抓好。"),
        SourceLine(number: 2, text: "1", role: .row),
      ])
    #expect(found[0].title == "青溪县教育局工作总结")
    var metadata = ReportMetadata()
    metadata.url = "http://a.example/1"
    metadata.title = "青溪县教育局工作总结"
    metadata.year = 2011
    metadata.region = "青溪县"
    metadata.issuer = "县教育局"
    metadata.date = CalendarDate(year: 2012, month: 1, day: 5)
    #expect(found[0].metadata == metadata)
    // Cells that are not a year or a date are ignored as metadata, but kept as text.
    #expect(found[1].lines.map(\.text) == ["文", "去年\t2012-13-05"])
    #expect(found[1].metadata == ReportMetadata() && found[1].title == nil)
  }

  @Test(arguments: [
    "正文", " 全文 ", "Full_Text", "full text", "FULL-TEXT", "Ｔｅｘｔ", "Body", "報告全文",
  ])
  func `text columns are recognized by many names`(name: String) {
    #expect(
      documents([["a", name], ["b", "文"]])[0].lines.map(\.text) == ["a\t\(name.trimmed)", "文", "b"])
  }

  @Test(arguments: ["内容", "content", "paragraph"])
  func `ambiguous column names need long texts below them`(name: String) {
    let text = String(repeating: "控辍保学工作，", count: 10)
    #expect(documents([["任务", name], ["一", text], ["二", text]]).count == 2)
    #expect(documents([["任务", name], ["一", "开会"], ["二", "检查"]]).count == 1)
  }

  @Test func `the clearest name counts, and other texts are kept`() {
    #expect(
      documents([["内容", "正文"], ["简介", "文"]])[0].lines.map(\.text).dropFirst() == ["文", "简介"])
  }

  @Test func `a row without a text is kept whole`() {
    let found = documents([["标题", "正文"], ["总结", ""], ["计划"]])
    #expect(found.map { $0.lines.map(\.text) } == [["标题\t正文", "总结"], ["计划"]])
  }

  @Test(
    arguments: [
      ("2012-01-05", "2012-01-05", true), ("2012/1/5", "2012-01-05", true),
      ("20120105", "2012-01-05", true),
      ("2012.1.5 10:20", "2012-01-05", false), ("2012年1月5日", "2012-01-05", true),
      ("2012-01-05T10:20:30Z", "2012-01-05", false), ("2012-1", nil, false),
      ("5/1/2012", nil, false),
      ("201201051", nil, false), ("2012年1月", nil, false), ("昨天", nil, false),
      ("2012-02-30", nil, false),
      ("3012-01-05", nil, false),
    ] as [(String, String?, Bool)])
  func `dates are read in common forms and not guessed`(
    cell: String, date: String?, isWhole: Bool
  ) {
    var metadata = ReportMetadata()
    #expect(metadata.take(.date, from: cell) == isWhole)
    #expect(metadata.date?.iso8601 == date)
  }

  @Test(
    arguments: [
      ("2011", 2011), ("2011年", 2011), ("2011年度", 2011), ("二〇一一年", 2011), ("11", nil),
      ("2011-2012", nil),
      ("20111", nil), ("1811", nil), ("", nil),
    ] as [(String, Int?)])
  func `years are read and not guessed`(cell: String, year: Int?) {
    var metadata = ReportMetadata()
    #expect(metadata.take(.year, from: cell) == (year != nil || cell.isEmpty))
    #expect(metadata.year == year)
  }

  @Test func `any other table is one document of rows`() {
    let found = documents([["学校", "说明"], ["一小", "甲\n乙\t丙"], ["", ""]], named: "表一")
    #expect(found.count == 1 && found[0].title == "表一")
    #expect(found[0].lines.map(\.text) == ["学校\t说明", "一小\t甲 乙 丙"])
    // A header without other rows is kept as a row.
    #expect(documents([["标题", "正文"]])[0].lines.map(\.text) == ["标题\t正文"])
  }
}

extension String {
  /// The string without leading and trailing white space.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
