import Corpus
import Foundation
import HTTPTypes
import ReportSearch
import TestSupport
import Testing
import WebSettings

@testable import ReportWeb

/// Tests the HTML of the pages.
struct PageTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  @Test func `the page and the API name what is missing from a report`() async throws {
    let missing = Incompleteness(.pagesWithoutText, pages: [2, 3], count: 2)
    let site = try TestSite([
      Source(paragraphs: ["控辍保学抓得紧。"], name: "甲", incompleteness: [missing]),
      Source(paragraphs: ["控辍保学抓得紧。"], name: "乙"),
    ])
    let reports = try ReportIndex(path: site.settings.index).reports()
    for report in reports {
      let page = try await site.get("/report/\(report.identifier)")
      #expect(page.text.contains("第 2–3 页有图而没有文字") == (report.title == "甲"), "\(report.title)")
    }
    let list = try await site.get("/api/v1/reports?incomplete=true&lang=en")
    #expect(list.text.contains(#""total":1"#) && list.text.contains(#""title":"甲""#))
    #expect(list.text.contains("shows images and no text on pages 2–3"), "\(list.text)")
    let search = try await site.get("/api/v1/search?q=\("控辍".encoded)")
    for value in [true, false] { #expect(search.text.contains(#""incomplete":\#(value)"#)) }
  }

  private static let headers: [(String, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
  ]

  @Test(arguments: [
    ("/", 200), ("/?q=%E5%AD%A6", 200), ("/?q=%E5%AD%A6&view=kwic", 200), ("/nothing", 404),
    ("/report/x", 404), ("/?q=%ff", 400), ("/api/v1/stats", 200), ("/api/v1/search", 400),
    ("/assets/app.css", 200), ("/assets/..%2f..%2f..%2fetc%2fpasswd", 404),
    ("/assets/%2e%2e/%2e%2e/etc/passwd", 404), ("/login", 200),
  ])
  func `every response forbids scripts from other origins`(address: String, status: Int)
    async throws
  {
    let answer = try await site.get(address)
    #expect(answer.status.code == status)
    for (name, value) in Self.headers {
      let found = answer.headers[HTTPField.Name(name)!]
      #expect(found == value, "\(name)")
    }
    #expect(!answer.text.contains("root:"))
  }

  @Test func `the start page shows the size of the index`() async throws {
    let chinese = try await site.get("/").text
    #expect(chinese.contains("<b>17</b> 份报告"))
    #expect(chinese.contains(#"<html lang="zh-Hans">"#))
    let english = try await site.get("/", headers: [.acceptLanguage: "en-GB,en;q=0.9"]).text
    #expect(english.contains("<b>17</b> reports"))
    #expect(english.contains(#"<html lang="en">"#))
  }

  @Test func `a search shows totals, matches, years with their basis, and headings`() async throws {
    let page = try await site.get("/?q=\("控辍保学".encoded)").text
    #expect(page.contains("31 处，在 13 份报告的 25 段里"))
    #expect(page.contains("（二）<mark>控辍保学</mark>清零"))
    #expect(page.contains("一、工作成效"))
    #expect(page.contains("据所在部分"))
  }

  @Test func `near-duplicates are shown side by side with their differences marked`() async throws {
    let site = try TestSite(
      [2016, 2018].map { year in
        Source(
          paragraphs: [
            "柳溪县\(year)年校车工作总结",
            "\(year)年共排查隐患路段17处，增设警示标志，劝返超员车辆3辆，全年没有发生一起责任事故。",
          ], name: "\(year)")
      })
    let page = try await site.get("/?q=\("隐患".encoded)").text
    let address = try #require(page.firstMatch(of: /<a class="copies" href="([^"]+)"/)).1
    let copies = try await site.get(String(address)).text
    #expect(
      copies.matches(of: /<mark class="own">([^<]+)</).map { String($0.1) } == ["2016年", "2018年"])
    let other = try await site.get(
      String(address.split(separator: "?")[0]).replacing(/\.\d+$/, with: ".1"))
    #expect(other.status == .notFound)
  }

  @Test func `a cell is a link only if a filter selects exactly the matches it counts`()
    async throws
  {
    func links(_ rows: String) async throws -> Int {
      let page = try await site.get("/?q=\("学".encoded)&view=counts&rows=\(rows)&columns=none")
      return page.text.matches(of: #/<td class="s[0-9]"><a /#).count
    }
    #expect(try await links("section") > 0)
    // The issuer filter also matches longer names that contain this one.
    #expect(try await links("issuer") == 0)
  }

  @Test func `a report can be downloaded as BibTeX and RIS`() async throws {
    let list = try await site.get("/api/v1/reports?limit=1").text
    let report = try #require(list.firstMatch(of: /"report_id":"(\w+)"/)).1
    let bibTeX = try await site.get("/report/\(report)/reference?format=bib").text
    #expect(bibTeX.hasPrefix("@techreport{\(report),"))
    let ris = try await site.get("/report/\(report)/reference?format=ris").text
    #expect(ris.hasPrefix("TY  - RPRT"))
    #expect(try await site.get("/report/\(report)/reference?format=csv").status == .badRequest)
  }

  @Test(arguments: [
    ("csv", "query,region_code", 200), ("tsv", "query\tregion_code", 200), ("json", "{", 200),
    ("xlsx", "PK", 200), ("svg", "", 400),
    ("svg&rows=year&columns=none", "<?xml", 200), ("svg&rows=year&columns=issuer", "", 400),
  ])
  func `a table of counts can be downloaded`(
    format: String, beginning: String, status: Int
  ) async throws {
    let answer = try await site.get("/counts?q=\("学".encoded)&view=counts&format=\(format)")
    #expect(answer.status.code == status)
    if status == 200 {
      let text = String(decoding: answer.bytes.prefix(40), as: UTF8.self)
      #expect(text.trimmingPrefix("\u{FEFF}").hasPrefix(beginning), "\(text)")
    }
  }

  @Test func `notes on the query are shown with the results`() async throws {
    let page = try await site.get("/?q=\("控辍保学 yaer:2011".encoded)").text
    #expect(page.contains("没有筛选字段“yaer”"))
    #expect(page.contains("解析为"))
  }

  @Test func `an empty result suggests queries that find something`() async throws {
    let page = try await site.get("/?q=\("控缀保学".encoded)").text
    let link = try #require(page.firstMatch(of: /href="([^"]*)"><code>控辍保学<\/code>/))
    let found = try await site.get(String(link.1).unescaped).text
    #expect(found.contains("31 处"))
  }

  @Test func `page links reach the last hit`() async throws {
    let all = try ReportIndex(path: site.settings.index)
      .search(QueryParser().parse("学"), limit: .max)
    var address: String? = "/?q=\("学".encoded)"
    var ranks: [Int] = []
    var pages = 0
    while let next = address {
      let page = try await site.get(next).text
      ranks += page.matches(of: /id="h(\d+)"/).compactMap { Int($0.1) }
      address = page.firstMatch(of: /rel="next" href="([^"]*)"/).map { String($0.1).unescaped }
      pages += 1
    }
    #expect(ranks == Array(1...all.totals.paragraphs))
    #expect(pages == (all.totals.paragraphs + 19) / 20)
    let behind = try await site.get("/?q=\("学".encoded)&page=99").text
    #expect(behind.contains("页码超出范围。"))
  }

  @Test func `every facet value finds as many matches as it counts`() async throws {
    for query in ["控辍保学", "学 | 教", "教育 section:plan"] {
      var followed = 0
      let page = try await site.get("/?q=\(query.encoded)").text
      let links = page.matches(
        of: /<a href="([^"]*)"><span class="value">([^<]*)<\/span><span class="count">([\d,]+)</)
      for link in links {
        let found = try await site.get(String(link.1).unescaped).text
        let total = try #require(found.firstMatch(of: /class="totals">([\d,]+) 处/))
        #expect(total.1 == link.3, "\(query) \(link.2)")
        #expect(found.contains(#"class="chip""#))
        followed += 1
      }
      #expect(followed > 5)
    }
  }

  @Test func `a concordance has one line per match`() async throws {
    let page = try await site.get("/?q=\("控辍保学".encoded)&view=kwic&sort=right").text
    #expect(page.matches(of: /<tr data-stop/).count == 31)
  }

  @Test func `a report page shows the table of contents and marks every match`() async throws {
    let search = try await site.get("/?q=\("控辍保学".encoded)").text
    let link = try #require(search.firstMatch(of: /<h2><a href="([^"#]*)/))
    let page = try await site.get(String(link.1).unescaped).text
    #expect(page.contains(#"<mark id="m1" data-stop tabindex="-1">控辍保学</mark>"#))
    #expect(page.contains(#"<mark id="m2""#))
    #expect(!page.contains(#"<mark id="m3""#))
    #expect(page.matches(of: /<li class="d\d"><a href="#p/).count == 9)
    let source = try #require(page.firstMatch(of: /href="(\/report\/[^"]*\/source[^"]*)"/))
    let original = try await site.get(String(source.1).unescaped)
    #expect(original.status == .ok)
    #expect(original.text.contains("<li"))
  }

  @Test func `removed lines are shown with the reason`() async throws {
    let search = try await site.get("/?q=\("title:白石区 学".encoded)").text
    let link = try #require(search.firstMatch(of: /<h2><a href="([^"#?]*)/))
    let page = try await site.get(String(link.1) + "/source").text
    #expect(page.contains(#"<li class="off">"#))
    #expect(page.contains(#"<span class="reason">"#))
  }
}

extension String {
  /// The text of an attribute with HTML escapes decoded.
  var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
