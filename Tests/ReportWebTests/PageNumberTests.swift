import Corpus
import Foundation
import HTTPTypes
import ReportSearch
import TestSupport
import Testing

@testable import ReportWeb

/// Tests the counts on pages: they agree wherever they are shown, and omissions are stated.
struct PageNumberTests {
  private func source(_ year: Int, _ texts: String...) -> Source {
    Source(paragraphs: texts, name: "甲\(year)\(texts.count)", year: year)
  }

  /// Returns a site with one report per year.
  private func site(_ years: ClosedRange<Int>) throws -> TestSite {
    try TestSite(years.map { source($0, "本县新建小学一所。") })
  }

  private func number(_ text: Substring) -> Int { Int(text.replacing(",", with: ""))! }

  private func headline(_ page: String) throws -> Int {
    number(try #require(page.firstMatch(of: /class="totals">([\d,]+) 处/)).1)
  }

  private func facet(_ page: String, _ name: String) throws -> [(label: String, matches: Int)] {
    let parts = page.split(separator: "<section class=\"facet \(name)\">")
    let part = try #require(parts.dropFirst().first).prefix { _ in true }
    let section = part.split(separator: "</section>")[0]
    return section.matches(of: /class="value">([^<]*)<\/span><span class="count">([\d,]+)/).map {
      (String($0.1), number($0.2))
    }
  }

  /// Returns the values of a chart's bars by year.
  private func bars(_ page: String) -> [Int: Double] {
    Dictionary(
      uniqueKeysWithValues: page.matches(of: /<title>(\d{4}) ([\d.,]+)<\/title>/).map {
        (Int($0.1)!, Double($0.2.replacing(",", with: ""))!)
      })
  }

  /// Returns the numbers in the cells of a table.
  private func cells(_ page: String) -> [Int] {
    page.matches(of: /<td class="(?:s\d|zero)">(?:<a [^>]*>)?([\d,]+)/).map { number($0.1) }
  }

  @Test func `a facet of years contains all years, newest first`() async throws {
    let page = try await site(1921...2020).get("/?q=\("小学".encoded)").text
    let years = try facet(page, "year")
    #expect(years.count == 100)
    #expect(years.map(\.matches).reduce(0, +) == (try headline(page)))
    // The older years are in the collapsed list.
    let opened = try #require(page.firstMatch(of: /<details><summary>更早（40）[^§]*?<\/details>/)).0
    #expect(opened.contains(">1921<") && opened.contains(">1960<") && !opened.contains(">1961<"))
    #expect(!page.contains("未列出"))
  }

  @Test func `omitted facet values are counted and can be listed`() async throws {
    let site = try site(1701...2020)
    let address = "/?q=\("小学".encoded)"
    let page = try await site.get(address).text
    #expect(page.contains("另有 20 个值未列出，共 20 处。"))
    let years = try facet(page, "year")
    #expect(years.count == 300 && years.contains { $0.label == "2020" })
    let link = try #require(page.firstMatch(of: /<a href="([^"]*)">全部列出/)).1
    let whole = try await site.get(String(link).unescaped).text
    #expect(try facet(whole, "year").count == 320)
    #expect(!whole.contains("未列出"))
  }

  @Test func `a table keeps the newest years and reports what it omits`() async throws {
    let page = try await site(1701...2020)
      .get("/?q=\("小学".encoded)&view=counts&rows=year&columns=report-year").text
    #expect(page.contains("另有 20 行、260 列未列出，共 260 处。"))
    #expect(page.contains(#"<th scope="col">2020</th>"#))
    #expect(!page.contains(#"<th scope="col">1960</th>"#))
    #expect(cells(page).reduce(0, +) == 60)
    let file = try #require(page.firstMatch(of: /<a href="([^"]*)" download>下载完整表格/)).1
    #expect(String(file).unescaped.hasPrefix("/counts?"))
  }

  @Test func `a table of one row can have many columns`() async throws {
    let page = try await site(1901...2020).get("/?q=\("小学".encoded)&view=counts").text
    #expect(cells(page).reduce(0, +) == 120)
    #expect(!page.contains("未列出"))
  }

  @Test func `a shortened list keeps the largest or the last values`() {
    let largest = ShownPart(of: [1, 5, 0, 7, 5], limit: 2, keeping: .largest)
    #expect(largest.positions == [1, 3] && largest.leftCount == 3 && largest.leftMatches == 6)
    let last = ShownPart(of: [1, 5, 0, 7, 5], candidates: [0, 1, 3], limit: 2, keeping: .last)
    #expect(last.positions == [1, 3] && last.leftCount == 1 && last.leftMatches == 1)
    #expect(last.blankCount == 2)
  }

  @Test func `a year without texts is missing from every chart`() async throws {
    let site = try TestSite([
      source(2011, "小学"), source(2012, "中学"), source(2014, "小学、小学"), source(2015, "中学"),
      source(2017, "中学"),
    ])
    let address = "/?q=\("小学".encoded)"
    for choice in ["", "&measure=per-100k", "&view=counts&rows=year&columns=none"] {
      let page = try await site.get(address + choice).text
      #expect(Set(bars(page).keys) == [2011, 2012, 2014, 2015], "\(choice)")
      #expect(bars(page)[2012] == 0 && bars(page)[2015] == 0)
      #expect(page.contains("没有该年的正文"))
    }
    // No text that passes the filter is from 2012.
    let filtered = try await site.get("/?q=\("小学 -report-year:2012".encoded)").text
    #expect(Set(bars(filtered).keys) == [2011, 2014, 2015])
    let chosen = try await site.get(address + "&report-year=2011&report-year=2014").text
    #expect(Set(bars(chosen).keys) == [2011, 2014])
  }

  @Test func `a match in a distant year is not drawn and is mentioned in the caption`() async throws
  {
    let site = try TestSite([
      source(1701, "小学"), source(2011, "小学"), source(2012, "小学，小学"), source(2013, "中学"),
    ])
    for choice in ["", "&measure=per-100k", "&chart=sections"] {
      let page = try await site.get("/?q=\("小学".encoded)\(choice)").text
      #expect(page.contains("另有 1 处的年份在 2011–2013 之外"), "\(choice)")
    }
    #expect(bars(try await site.get("/?q=\("小学".encoded)").text) == [2011: 1, 2012: 2, 2013: 0])
  }

  @Test func `near-duplicates are counted the same whether or not the list folds them`()
    async throws
  {
    let text = "全县对42辆接送车辆逐一检验，建立一车一档，更换老旧轮胎，安装卫星定位设备，接送小学生。"
    let site = try TestSite([2016, 2018, 2019].map { source($0, text, "新建小学。") })
    for fold in ["", "&copies=once"] {
      let address = "/?q=\("小学".encoded)\(fold)"
      let page = try await site.get(address).text
      #expect(try headline(page) == 6)
      #expect(page.matches(of: /<li class="hit"/).count == (fold.isEmpty ? 6 : 4))
      #expect(page.contains("4 处、4 段"))
      for name in ["year", "type", "section", "region"] {
        #expect(try facet(page, name).map(\.matches).reduce(0, +) == 6, "\(name)")
      }
      #expect(bars(page) == [2016: 2, 2018: 2, 2019: 2])
      let split = try await site.get(address + "&chart=sections").text
      let marks = split.matches(of: /<title>[^<\n]*?(\d{4}) (\d+)<\/title>/)
      #expect(marks.map { number($0.2) }.reduce(0, +) == 6)
      let table = try await site.get(address + "&view=counts&rows=year&columns=section").text
      #expect(cells(table).reduce(0, +) == 6)
      let links = page.matches(of: /<a href="([^"]*)">\s*<rect[^>]*>\s*<title>\d{4} 2</)
      #expect(links.count == 3)
      for link in links {
        #expect(try headline(try await site.get(String(link.1).unescaped).text) == 2)
      }
    }
  }

  @Test func `loose matches are counted separately everywhere`() async throws {
    let site = try TestSite([source(2016, "控辍保学"), source(2018, "控辍、保学，控辍保学，控辍、保学")])
    let page = try await site.get("/?q=\("~控辍保学".encoded)").text
    #expect(try headline(page) == 2)
    #expect(page.contains("另有 2 处中间有标点"))
    #expect(try facet(page, "year").map(\.matches) == [1, 1])
    #expect(page.contains(">+2</span>"))
    #expect(bars(page) == [2016: 1, 2017: 1, 2018: 1].filter { $0.key != 2017 })
    #expect(page.contains("中间有标点的 2 处未画入图中"))
  }

  @Test func `a chart mark links to the matches it counts, or has no link`() async throws {
    let site = try TestSite()
    for columns in ["none", "section", "type", "issuer"] {
      let page = try await site.get(
        "/?q=\("学".encoded)&view=counts&rows=report-year&columns=\(columns)&lang=zh"
      ).text
      for link in page.matches(
        of: /<a href="([^"]*)">\s*<[a-z]+ [^>]*>\s*<title>[^<]*?(\d{4}) (\d+)<\/title>/
      ).prefix(6) {
        let found = try headline(try await site.get(String(link.1).unescaped).text)
        #expect(found == number(link.3), "\(columns) \(link.2)")
      }
    }
  }

  @Test func `the parts of a region add up to its count`() async throws {
    let site = try TestSite()
    let page = try await site.get("/?q=\("学".encoded)").text
    for link in page.matches(of: /<a href="([^"]*&amp;region=\d+[^"]*)"/).prefix(4) {
      let below = try await site.get(String(link.1).unescaped).text
      let sum = try facet(below, "region").map(\.matches).reduce(0, +)
      #expect(sum == (try headline(below)), "\(link.1)")
    }
  }

  @Test func `every near-duplicate is listed, compared or not`() async throws {
    let text = "全县对42辆接送车辆逐一检验，建立一车一档，更换老旧轮胎，安装卫星定位设备，行车路线报备。"
    let site = try TestSite((1901...2010).map { source($0, text) })
    let page = try await site.get("/?q=\("轮胎".encoded)").text
    let address = try #require(page.firstMatch(of: /<a class="copies" href="([^"]+)"/)).1
    let copies = try await site.get(String(address).unescaped).text
    #expect(copies.matches(of: /<section class="pair"/).count == 100)
    #expect(copies.contains("其余 9 段未逐一对照"))
    let others = try #require(copies.firstMatch(of: /<ul class="others">[^§]*?<\/ul>/)).0
    #expect(others.matches(of: /<li><a href="\/report\//).count == 9)
  }
}
