import Foundation
import HTTPTypes
import ReportSearch
import ResultFormats
import TestSupport
import Testing
import WebSettings

@testable import ReportWeb

/// Tests that the API returns the same JSON as the commands and rejects unknown parameters.
struct APITests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func command(_ arguments: String...) throws -> String { try command(arguments) }

  private func command(_ arguments: [String]) throws -> String {
    try RunningCommand(
      arguments + ["--index", site.settings.index], in: ProjectFolder.root,
      environment: ["LANG": "C.UTF-8"]
    ).output
  }

  /// Returns parsed JSON without the given names, for fields that only one of two answers has.
  private func json(_ text: String, without names: String...) throws -> NSDictionary {
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for name in names { object[name] = nil }
    return object as NSDictionary
  }

  @Test func `the API returns the same JSON as the commands`() async throws {
    let query = "控辍保学 | 防辍"
    let search = try await site.get(
      "/api/v1/search?q=\(query.encoded)&limit=7&offset=2&sort=year&explain=true&fold-copies=true")
    #expect(
      try json(search.text, without: "notes")
        == json(
          command(
            "search", query, "--limit", "7", "--offset", "2", "--sort", "year", "--explain",
            "--fold-copies",
            "--format", "json")))
    let kwic = try await site.get("/api/v1/kwic?q=\(query.encoded)&limit=9&sort=left&context=12")
    #expect(
      try json(kwic.text)
        == json(
          command(
            "kwic", query, "--limit", "9", "--sort", "left", "--context", "12", "--format", "json"))
    )
    let years = try await site.get(
      "/api/v1/years?q=\(query.encoded)&q=\("学".encoded)&by=report-year")
    #expect(
      try json(years.text)
        == json(command("years", query, "学", "--by", "report-year", "--format", "json")))
    let ask = try await site.get("/api/v1/ask?question=\("怎样防止学生辍学？".encoded)&limit=3")
    #expect(
      try json(ask.text)
        == json(command("ask", "怎样防止学生辍学？", "--limit", "3", "--format", "json")))
    let reports = try await site.get("/api/v1/reports")
    #expect(
      try json(reports.text, without: "total") == json(command("reports", "--format", "json")))
    let copies = try await site.get("/api/v1/copies")
    #expect(try json(copies.text) == json(command("copies", "--format", "json")))
    let stats = try await site.get("/api/v1/stats")
    #expect(try json(stats.text) == json(command("stats", "--format", "json")))
  }

  @Test func `an empty result is a response with suggestions`() async throws {
    let answer = try await site.get("/api/v1/search?q=\("控缀保学".encoded)")
    #expect(answer.status == .ok)
    #expect(
      try json(answer.text, without: "notes")
        == json(command("search", "控缀保学", "--format", "json")))
    #expect(answer.text.contains(#""suggestions":[{"#))
  }

  @Test(arguments: [
    ("search", "missing_parameter"), ("search?q=", "missing_parameter"),
    ("search?q=%22", "invalid_query"), ("search?q=%E5%AD%A6&limt=5", "unknown_parameter"),
    ("search?q=%E5%AD%A6&limit=-1", "invalid_parameter"),
    ("search?q=%E5%AD%A6&limit=1001", "invalid_parameter"),
    ("search?q=%E5%AD%A6&sort=best", "invalid_parameter"),
    ("search?q=%E5%AD%A6&facets=place", "invalid_parameter"),
    ("search?q=%E5%AD%A6&explain=yes", "invalid_parameter"), ("search?q=%ff", "invalid_address"),
    ("kwic?q=%E5%AD%A6&context=501", "invalid_parameter"),
    ("ask?question=%EF%BC%9F", "invalid_question"),
    ("reports/zzz", "unknown_report"), ("reports/r", "ambiguous_report"), ("nothing", "not_found"),
    ("export?q=%E5%AD%A6&format=doc", "invalid_parameter"),
  ])
  func `errors have one JSON format`(address: String, code: String) async throws {
    for language in ["zh", "en"] {
      let separator = address.contains("?") ? "&" : "?"
      let answer = try await site.get("/api/v1/\(address)\(separator)lang=\(language)")
      #expect(answer.status.code >= 400)
      let type = answer.headers[.contentType]
      #expect(type == "application/json; charset=utf-8")
      let error = try #require(try json(answer.text)["error"] as? [String: Any])
      #expect(error["code"] as? String == code)
      #expect((error["message"] as? String)?.isEmpty == false)
    }
  }

  @Test func `facets add up to the matches`() async throws {
    let answer = try await site.get(
      "/api/v1/search?q=\("学".encoded)&limit=0&facets=year,region,type,section,report-year,source")
    let object = try json(answer.text)
    let total = try #require((object["totals"] as? [String: Any])?["matches"] as? Int)
    let facets = try #require(object["facets"] as? [String: [[String: Any]]])
    #expect(facets.count == 6)
    for (name, values) in facets {
      #expect(values.reduce(0) { $0 + ($1["matches"] as? Int ?? 0) } == total, "\(name)")
    }
  }

  @Test func `a report is returned with its paragraphs`() async throws {
    let list = try json(try await site.get("/api/v1/reports?limit=1&offset=3").text)
    let first = try #require((list["reports"] as? [[String: Any]])?.first)
    let identifier = try #require(first["report_id"] as? String)
    let answer = try json(try await site.get("/api/v1/reports/\(identifier)?source=true").text)
    #expect((answer["paragraphs"] as? [Any])?.count == first["paragraphs"] as? Int)
    #expect(answer["removed_lines"] != nil)
    let one = try json(try await site.get("/api/v1/reports/\(identifier)?paragraph=2").text)
    #expect((one["paragraphs"] as? [Any])?.count == 1)
    let none = try await site.get("/api/v1/reports/\(identifier)?paragraph=9999")
    #expect(none.status == .notFound)
  }

  @Test(arguments: [
    (
      "panel?q=学&rows=year&columns=section&by=report-year",
      ["panel", "学", "--rows", "year", "--columns", "section", "--by", "report-year"]
    ),
    ("panel?q=学&q=学校&level=city", ["panel", "学", "学校", "--level", "city"]),
    ("absent?q=控辍保学", ["absent", "控辍保学"]),
    (
      "absent?q=控辍保学&by=report-year&level=province",
      ["absent", "控辍保学", "--by", "report-year", "--level", "province"]
    ),
  ])
  func `tables of counts equal those of the commands`(
    address: String, arguments: [String]
  ) async throws {
    let wanted = try command(arguments + ["--format", "json"])
    let answer = try await site.get(
      "/api/v1/"
        + address.replacing("学", with: "学".encoded)
        .replacing("校", with: "校".encoded).replacing("控辍保", with: "控辍保".encoded))
    #expect(answer.text == wanted)
  }

  @Test(arguments: ["csv", "jsonl"])
  func `a download equals the file written by export`(format: String) async throws {
    let folder = site.folder
    _ = try command("export", "学", "-o", folder("wanted.\(format)"))
    let wanted = Array(try Data(contentsOf: URL(fileURLWithPath: folder("wanted.\(format)"))))
    let answer = try await site.get("/api/v1/export?q=\("学".encoded)&format=\(format)")
    let isSame = answer.bytes == wanted
    #expect(isSame)
    let page = try await site.get("/export?q=\("学".encoded)&format=\(format)")
    let isSameByPage = page.bytes == wanted
    #expect(isSameByPage)
    let disposition = try #require(page.headers[.contentDisposition])
    #expect(disposition.hasSuffix("filename*=UTF-8''%E5%AD%A6.\(format)"))
  }

  @Test func `a download applies the filters of the page`() async throws {
    let page = try await site.get("/?q=\("学".encoded)&section=plan&section=problem")
    let total = try #require(page.text.firstMatch(of: /class="totals">([\d,]+) 处/)).1
    let file = try await site.get(
      "/export?q=\("学".encoded)&section=plan&section=problem&format=jsonl")
    #expect(file.text.split(separator: "\n").count.grouped == total)
    let provenance = try await site.get(
      "/export/provenance?q=\("学".encoded)&section=plan&section=problem&format=jsonl")
    let queries = try #require(try json(provenance.text)["queries"] as? [[String: Any]])
    #expect(queries[0]["read_as"] as? String == "学 (section:plan | section:problem)")
  }

  @Test func `the description of the API names every parameter`() throws {
    let text = String(decoding: PackageResources.openapi_json, as: UTF8.self)
    let paths = try #require(try json(text)["paths"] as? [String: [String: [String: Any]]])
    #expect(paths.count == 13)
    for (path, methods) in paths {
      let parameters = try #require(methods["get"]?["parameters"] as? [[String: Any]])
      #expect(parameters.contains { $0["name"] as? String == "lang" }, "\(path)")
    }
  }
}
