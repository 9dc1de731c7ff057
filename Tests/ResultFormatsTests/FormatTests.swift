import Corpus
import Foundation
import ReportSearch
import TestSupport
import Testing

@testable import ResultFormats

struct CSVFormatTests {
  @Test(
    arguments: [
      (.text("控辍保学"), "控辍保学"), (.text("甲,乙"), "\"甲,乙\""), (.text("说\"双减\""), "\"说\"\"双减\"\"\""),
      (.text("甲\n乙"), "\"甲\n乙\""), (.text("=1+1"), "'=1+1"), (.text("\u{1}=1+1"), "'=1+1"),
      (.text("+86"), "'+86"),
      (.text("-5"), "'-5"),
      (.text("@甲"), "'@甲"), (.text("\t甲"), "'\t甲"), (.text("\r甲"), "\"'\r甲\""),
      (.text("1=1"), "1=1"),
      (.text("甲\u{0}\u{7}乙"), "甲乙"), (.text(""), ""), (.null, ""), (.integer(-5), "-5"),
      (.number(2.5), "2.5"), (.boolean(true), "true"), (.path(["一、甲", "（一）乙"]), "一、甲 › （一）乙"),
      (.path([]), ""), (.text("=\"甲\",1"), "\"'=\"\"甲\"\",1\""),
    ] as [(Cell, String)])
  func `a cell is written`(cell: Cell, text: String) {
    let line = CSVFormat().line(Record([("a", cell), ("b", .integer(1))]))
    #expect(Array(line.utf8) == Array((text + ",1\r\n").utf8))
  }

  @Test func `formulas are kept with --raw`() {
    #expect(CSVFormat(keepsFormulas: true).line(Record([("a", .text("=1"))])) == "=1\r\n")
  }
}

struct JSONFormatTests {
  @Test func `unknown values are null, and names are ordered`() {
    let record = Record([
      ("z", .null), ("a", .text("甲\"\n/")), ("m", .path(["乙"])), ("n", .integer(1)),
      ("o", .number(0.5)),
      ("p", .boolean(false)), ("q", .records([Record([("x", .null)])])), ("r", .record(Record([]))),
    ])
    #expect(
      JSONFormat().line(record)
        == #"{"a":"甲\"\n/","m":["乙"],"n":1,"o":0.5,"p":false,"q":[{"x":null}],"r":{},"z":null}"#)
  }
}

struct TextFormatTests {
  private func shown(_ text: String) throws -> String {
    let index = try ParagraphIndex([text]).reportIndex
    let hit = try #require(index.search(QueryParser().parse("控辍"), limit: 1).hits.first)
    let lines = TextFormat(language: .chinese, markup: .plain).hit(hit).split(separator: "\n")
    return String(lines[1].drop { $0 == " " })
  }

  @Test func `a short paragraph is shown whole, a long one as its sentences with matches`()
    throws
  {
    let filler = String(repeating: "其他工作照常。", count: 12)
    #expect(try shown("先说\t一句。\(filler)抓控辍。") == "先说 一句。\(filler)抓⟦控辍⟧。")
    #expect(
      try shown("先抓控輟。\(filler)再抓控辍控辍。又一句。\(filler)")
        == "先抓⟦控輟⟧。…再抓⟦控辍⟧⟦控辍⟧。…")
  }
}

/// Snapshots of the formats on the sample reports.
struct HitListTests {
  private let index: ReportIndex

  init() async throws {
    index = try await SampleIndex.open()
  }

  private func list(_ queries: [String], _ change: (inout HitListOptions) -> Void) throws -> String
  {
    var options = HitListOptions()
    change(&options)
    var text = ""
    let typed = try queries.map { try HitList.TypedQuery($0) }
    _ = try index.read { try HitList(options).write(typed, from: $0) { text += $0 } }
    return text.replacing(ProjectFolder.samples, with: "reports")
  }

  @Test func `CSV has one row per match`() throws {
    try expectSnapshot(list(["控辍保学", "“双减”"]) { _ in }, named: "matches.csv")
  }

  @Test func `CSV has one row per paragraph`() throws {
    try expectSnapshot(list(["控辍保学"]) { $0.row = .paragraph }, named: "paragraphs.csv")
  }

  @Test func `matches are written as JSON lines`() throws {
    try expectSnapshot(
      list(["控辍保学 year:2011"]) {
        $0.format = .jsonl
        $0.context = 5
      }, named: "matches.jsonl")
  }

  @Test func `the JSON of a search matches the snapshot`() throws {
    let result = try index.search(QueryParser().parse("QQ群"), limit: 20)
    let answer = JSONFormat().line(SearchAnswer.record(of: result, typed: "QQ群"))
    try expectSnapshot(
      answer.replacing(ProjectFolder.samples, with: "reports") + "\n", named: "answer.json")
  }

  @Test func `hits are formatted as text in both languages and for a terminal`() throws {
    var text = ""
    let result = try index.search(
      QueryParser().parse("控辍保学 控辍"), limit: 6, options: SearchOptions(offset: 2))
    for format in [
      TextFormat(language: .chinese, markup: .plain), TextFormat(language: .english, markup: .ansi),
    ] {
      text += format.totals(result)
      for hit in result.hits { text += "\n" + format.hit(hit) }
    }
    let visible = text.replacing("\u{1B}", with: "<ESC>").replacing(
      ProjectFolder.samples, with: "reports")
    try expectSnapshot(visible, named: "hits.txt")
  }

  @Test func `a hit list contains all matches, with its columns in order`() throws {
    let wanted = """
      hit_id,query,left,match,right,match_kind,paragraph,paragraph_id,paragraph_number,page,\
      heading_path,section_kind,paragraph_kind,report_id,title,doc_type,issuer,region_code,\
      region_name,region_basis,report_year,report_year_basis,report_year_conflict,publish_date,\
      mention_year_row,mention_year_from,mention_year_to,mention_kind,year_basis,year_evidence,\
      score,rank,dup_group,dup_count,source_path,source_url,source_part,char_from,char_to,\
      incomplete
      """
    let text = try list(["控辍保学"]) { _ in }
    #expect(text.hasPrefix(wanted + "\r\n"))
    #expect(text.split(separator: "\r\n").count == 1 + 31)
    #expect(try list(["没有的话"]) { _ in } == wanted + "\r\n")
    #expect(try list(["控辍保学"]) { _ in } == text)
  }
}

struct AtomicFileTests {
  @Test func `an uncommitted file leaves the existing file unchanged`() throws {
    let folder = try TemporaryFolder()
    try folder.write("表.csv", "旧")
    do {
      let file = try AtomicFile(path: folder("表.csv"))
      try file.write(String(repeating: "新", count: 100_000))
    }
    #expect(try String(contentsOfFile: folder("表.csv"), encoding: .utf8) == "旧")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["表.csv"])
    let file = try AtomicFile(path: folder("表.csv"))
    try file.write("新")
    try file.commit()
    #expect(try String(contentsOfFile: folder("表.csv"), encoding: .utf8) == "新")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["表.csv"])
  }

  @Test func `a missing folder is an error`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: HitListError(path: folder("无/表.csv"), .system(ENOENT))) {
      try AtomicFile(path: folder("无/表.csv"))
    }
  }
}
