import Corpus
import Testing

@testable import ReportWeb

/// Tests that text from reports and requests never becomes markup.
struct EscapingTests {
  /// Texts that would be markup or attributes without escaping. Some contain combining marks, which
  /// form one character with the preceding markup character.
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "\"\u{308} onmouseover=\"alert(1)", "<\u{301}script>",
    "</textarea></title><svg onload=alert(1)>",
    "&lt;script&gt;", "&#60;b&#62;", "{{words.search}}", "{{{box}}}", "]]><!--", "\u{0}<b>\u{7}",
    "javascript:alert(1)", "\u{202E}gnp.exe", "%3Cscript%3E", "\r\nSet-Cookie: a=b",
  ]

  private func source(_ text: String) -> Source {
    Source(
      digest: Array(text.utf8).withUnsafeBytes { Digest(of: $0) }, byteCount: 1, format: .html,
      encoding: .utf8,
      reports: [
        Report(
          part: 1, head: ReportHead(title: text),
          year: ReportYear(year: 2011, basis: .title, evidence: text),
          issuer: Issuer(name: text, basis: .title),
          region: Region(code: nil, name: text, basis: .title, evidence: text),
          paragraphs: [
            Paragraph(text: text, kind: .title, heading: nil, lineNumber: 1),
            Paragraph(text: "一、\(text)", kind: .heading, heading: nil, lineNumber: 2),
            Paragraph(
              text: "学\(text)学", kind: .body, heading: 1, lineNumber: 3,
              years: [
                YearSpan(
                  range: 0..<2,
                  years: MentionedYears(from: 2011, to: 2011, row: "2011"), kind: .fact,
                  basis: .clause, evidence: text)
              ], region: Region(code: nil, name: text, basis: .heading, evidence: text)),
          ])
      ], removedLines: [RemovedLine(lineNumber: 4, text: text, reason: .navigation)])
  }

  /// Returns the names of the elements and attributes of a page, in document order.
  private func skeleton(_ html: String) -> [String] {
    html.matches(of: /<(\/?[a-zA-Z!][^\s>]*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*\/?>/).map { tag in
      let names = tag.2.matches(of: /([^\s=>"']+)(?:="[^"]*")?/).map { String($0.1) }
      return ([String(tag.1)] + names).joined(separator: " ")
    }
  }

  @Test(arguments: hostile)
  func `texts and titles are escaped`(text: String) async throws {
    let (hostile, harmless) = (try TestSite([source(text)]), try TestSite([source("无害的文字")]))
    for address in ["/?q=学", "/?q=学&view=kwic", "report", "source"] {
      let pages = try await (
        page(address, of: hostile), page(address, of: harmless)
      )
      let (found, wanted) = (skeleton(pages.0), skeleton(pages.1))
      // Facets have no links for values without a filter, so the number of links may differ, but
      // not the kinds of elements.
      #expect(Set(found) == Set(wanted), "\(address)")
      #expect(found.filter { $0.hasPrefix("script") } == ["script src defer"])
      #expect(pages.0.count { $0 == "<" } == found.count, "every < begins an element")
    }
  }

  private func page(_ address: String, of site: TestSite) async throws -> String {
    if address.hasPrefix("/") {
      return try await site.get(address.replacing("学", with: "学".encoded)).text
    }
    let search = try await site.get("/?q=\("学".encoded)").text
    let link = try #require(search.firstMatch(of: /<h2><a href="([^"#?]*)/))
    return try await site.get(String(link.1) + (address == "source" ? "/source" : "")).text
  }

  @Test(arguments: hostile)
  func `queries and parameters are escaped`(text: String) async throws {
    let site = try TestSite()
    for address in [
      "/?q=", "/?q=%E5%AD%A6&year=", "/?q=%E5%AD%A6&region=", "/?q=%E5%AD%A6&type=",
      "/?q=%E5%AD%A6&lang=", "/?q=%E5%AD%A6&sort=", "/login?next=", "/report/",
    ] {
      let page = try await site.get(address + text.encoded).text
      let found = skeleton(page)
      #expect(page.count { $0 == "<" } == found.count, "\(address)")
      #expect(found.filter { $0.hasPrefix("script") } == ["script src defer"], "\(address)")
      #expect(!found.contains { $0.contains(" on") }, "\(address)")
    }
  }

  @Test func `templates escape all values`() {
    for (name, bytes) in Templates.sources {
      let text = String(decoding: bytes, as: UTF8.self)
      // The chart is SVG, which escapes its own texts.
      let rest = text.replacing("{{{chart}}}", with: "")
      #expect(!rest.contains("{{{") && !rest.contains("{{&"), "\(name)")
      #expect(!text.contains("style=") && !text.contains(" on"), "\(name)")
    }
  }

  @Test func `every word of a template is in both languages`() {
    #expect(Words.chinese.keys.sorted() == Words.english.keys.sorted())
    var used: Set<String> = []
    for bytes in Templates.sources.values {
      let text = String(decoding: bytes, as: UTF8.self)
      used.formUnion(text.matches(of: /\{\{words\.([a-zA-Z]+)\}\}/).map { String($0.1) })
    }
    #expect(used == Set(Words.chinese.keys))
  }
}
