import Corpus
import Foundation
import TestSupport
import Testing

@testable import ReportSearch

/// Filters on indexed text files, with the years of their clauses.
struct FilterTests {
  private let folder: TemporaryFolder
  private let index: ReportIndex

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "报告/江阳.txt",
      """
      泸州市江阳区教育局2011年工作总结
      一、主要工作
      控辍保学成效明显。2010年控辍保学率为99%,今年控辍保学率提高到99.5%。
      20xx年的控辍保学办法继续执行。
      二、存在的问题
      控辍保学任务仍然繁重。
      三、下一年工作打算
      继续抓好控辍保学。
      泸州市江阳区教育局
      2011年12月28日
      """)
    try folder.write(
      "报告/合江.txt",
      """
      合江县教育局2012年工作计划
      一、抓好控辍保学
      把控辍保学摆在首位,到2015年控辍保学率达到100%。
      """)
    try folder.write("报告/不详.txt", "关于控辍保学的几点体会\n要抓好控辍保学。")
    _ = try await Indexer(indexPath: folder("index.sqlite")).index([folder("报告")])
    index = try ReportIndex(path: folder("index.sqlite"))
  }

  private func search(_ filter: String) throws -> SearchResult {
    try index.search(QueryParser().parse("控辍保学 " + filter), limit: .max)
  }

  @Test func `each match belongs to one year row, and the rows add up to the total`() throws {
    let all = try search("")
    let rows = all.hits.flatMap(\.matches).map(\.year.years.row)
    #expect(all.totals.matches == rows.count)
    #expect(Set(rows) == ["2010", "2011", "2012", "2015", "placeholder", "undated"])
    for row in Set(rows) {
      let found = try search("year:=\(row)")
      #expect(found.totals.matches == rows.count { $0 == row }, "\(row)")
      #expect(found.hits.flatMap(\.matches).allSatisfy { $0.year.years.row == row })
    }
  }

  @Test func `a year filter finds paragraphs by the years of their matches`() throws {
    let found = try search("year:2010")
    #expect((found.totals.paragraphs, found.totals.matches, found.totals.reports) == (1, 1, 1))
    let match = try #require(found.hits.first?.matches.first)
    #expect(match.year.basis == .clause && match.year.evidence == "2010年")
    let text = Array(try #require(found.hits.first).paragraph.text.unicodeScalars)
    let evidence = try #require(match.year.evidenceRange)
    #expect(String(String.UnicodeScalarView(text[evidence])) == "2010年")
    #expect(try search("year:2015").hits.flatMap(\.matches).map(\.year.kind) == [.target])
    #expect(try search("year:2010..2011").totals.matches > found.totals.matches)
  }

  @Test(arguments: [
    ("report-year:2011", ["泸州市江阳区教育局2011年工作总结"]),
    ("report-year:2012..", ["合江县教育局2012年工作计划"]),
    ("report-year:=undated", ["关于控辍保学的几点体会"]),
    ("region:泸州", ["合江县教育局2012年工作计划", "泸州市江阳区教育局2011年工作总结"]),
    ("region:510502", ["泸州市江阳区教育局2011年工作总结"]),
    ("地区:四川省", ["合江县教育局2012年工作计划", "泸州市江阳区教育局2011年工作总结"]),
    ("region:成都", []), ("type:计划", ["合江县教育局2012年工作计划", "泸州市江阳区教育局2011年工作总结"]),
    ("section:problem", ["泸州市江阳区教育局2011年工作总结"]), ("section:experience", []),
    ("issuer:合江縣教育局", ["合江县教育局2012年工作计划"]), ("title:体会", ["关于控辍保学的几点体会"]),
    ("heading:打算", ["泸州市江阳区教育局2011年工作总结"]), ("path:合江", ["合江县教育局2012年工作计划"]),
    ("report:r0000", []), ("region:泸州 report-year:2012", ["合江县教育局2012年工作计划"]),
  ])
  func `filters keep the matching reports`(filter: String, titles: [String]) throws {
    let found = try search(filter)
    #expect(Set(found.hits.map(\.report.title)) == Set(titles), "\(filter)")
    #expect(found.totals.reports == titles.count && found.totals.paragraphs == found.hits.count)
    #expect(found.totals.matches == found.hits.reduce(0) { $0 + $1.matches.count })
  }
}

struct YearSpanTextTests {
  @Test func `year spans are stored and read back unchanged`() throws {
    let spans = [
      YearSpan(
        range: 0..<8, years: MentionedYears(from: 2011, to: 2015, row: "2011–2015"), kind: .target,
        basis: .clause, evidence: "“十二五”\t期间", evidenceRange: 0..<5),
      YearSpan(
        range: 8..<9, years: MentionedYears(from: nil, to: 2011, row: "–2011"), kind: .fact,
        basis: .heading, evidence: "近年来"),
      YearSpan(range: 9..<20, years: .placeholder, kind: .placeholder, basis: .clause),
    ]
    let text = YearSpanText.text(of: spans)
    let read = try text.map(YearSpanText.spans)
    #expect(read == spans)
  }

  @Test func `the default year span of a report is not stored`() {
    let whole = YearSpan(ofReport: ReportYear(year: 2011, basis: .title))
    #expect(YearSpanText.text(of: [whole]) == nil && YearSpanText.text(of: []) == nil)
    #expect(YearSpanText.text(of: [YearSpan(ofReport: .unknown)]) == nil)
    #expect(YearSpanText.text(of: [whole, whole]) != nil)
  }
}
