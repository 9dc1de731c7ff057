import Corpus
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats
import Synchronization
import TestSupport
import Testing
import WebSettings

@testable import ReportWeb

/// Tests access control, caching, limits, concepts and downloads.
struct ServerTests {
  private let query = "/?q=\("学".encoded)"

  private func source(_ name: String, _ texts: String...) -> Source {
    Source(paragraphs: texts, name: name, year: 2011)
  }

  // MARK: Access

  @Test func `the secret is required and grants access`() async throws {
    var site = try TestSite([source("甲", "小学")])
    site.settings.secret = "correct horse battery"
    site.settings.host = "0.0.0.0"
    let sent = try await site.get(query)
    #expect(sent.status == .seeOther)
    let place = sent.headers[.location]
    #expect(place == "/login?next=\(query.encoded)")
    let refused = try await site.get("/api/v1/stats")
    #expect(refused.status == .unauthorized)
    #expect(refused.text.contains(#""code":"unauthorized""#))
    let style = try await site.get("/assets/app.css")
    #expect(style.status == .ok)
    let token = try await site.get(
      "/api/v1/stats", headers: [.authorization: "Bearer correct horse battery"])
    #expect(token.status == .ok)
    let wrong = try await site.get(
      "/api/v1/stats", headers: [.authorization: "Bearer correct horse batter"])
    #expect(wrong.status == .unauthorized)
    let forged = try await site.get(
      query, headers: [.cookie: "duansou_session=\("correct horse battery")"])
    #expect(forged.status == .seeOther)
  }

  @Test func `the session cookie is HttpOnly and SameSite`() async throws {
    var site = try TestSite([source("甲", "小学")])
    site.settings.secret = "correct horse battery"
    let wrong = try await site.post("/login", form: "password=horse&next=%2F")
    #expect(wrong.status == .unauthorized)
    #expect(wrong.headers[.setCookie] == nil)
    let right = try await site.post(
      "/login", form: "password=correct+horse+battery&next=\(query.encoded)")
    #expect(right.status == .seeOther)
    let place = right.headers[.location]
    #expect(place == query)
    let cookie = try #require(right.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(!cookie.contains("horse"))
  }

  @Test(arguments: [
    "https://example.com/", "//example.com", "/\\example.com", "\\\\example.com", "javascript:0",
    "/\r\nSet-Cookie: a=b", "", "/ x",
  ])
  func `the login page does not redirect to other sites`(next: String) {
    #expect(LoginPage.path(next) == "/")
  }

  @Test func `the cookie grants access`() throws {
    let access = AccessControl(secret: "correct horse battery")
    let cookie = try #require(access.cookie(for: "correct horse battery"))
    #expect(access.cookie(for: "correct horse") == nil)
    #expect(
      AccessControl(secret: "correct horse battery").cookie(for: "correct horse battery") != cookie)
    #expect(AccessControl(secret: nil).cookie(for: "") == nil)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.0.0.1:8080", true), ("localhost:1", true), ("LocalHost", true),
    ("[::1]:8080", true), ("127.1.2.3", true), ("example.com", false), ("", false),
    ("127.0.0.1.example.com", false), ("localhost.example.com:8080", false), ("10.0.0.1", false),
  ])
  func `a loopback server accepts only local host names`(host: String, isAdmitted: Bool) {
    #expect(HostCheck<BasicRequestContext>.isLoopback(host) == isAdmitted)
  }

  // MARK: Caching

  @Test func `a cached response is revalidated until the index changes`() async throws {
    let site = try TestSite([source("甲", "小学")])
    let first = try await site.get(query)
    let tag = try #require(first.headers[.eTag])
    try await site.asking { client in
      for address in [query, "/api/v1/search?q=\("学".encoded)"] {
        let known = try await client.get(address, headers: [.ifNoneMatch: tag])
        #expect(known.status == .notModified)
        #expect(known.bytes.isEmpty)
        let english = try await client.get(
          address, headers: [.ifNoneMatch: tag, .acceptLanguage: "en"])
        #expect(english.status == .ok)
      }
      try site.add([source("乙", "中学")])
      let changed = try await client.get(query, headers: [.ifNoneMatch: tag])
      #expect(changed.status == .ok)
      let total = changed.text.firstMatch(of: /class="totals">([^<]*)</).map { String($0.1) }
      #expect(total == "2 处，在 2 份报告的 2 段里")
      let next = changed.headers[.eTag]
      #expect(next != tag)
    }
  }

  @Test func `a replaced index is reopened`() async throws {
    let (site, other) = (try TestSite([source("甲", "小学")]), try TestSite([source("乙", "中学", "大学")]))
    try await site.asking { client in
      let first = try await client.get(query)
      #expect(first.text.contains("1 处，"))
      try FileManager.default.removeItem(atPath: site.settings.index)
      let missing = try await client.get(query)
      #expect(missing.status == .serviceUnavailable)
      #expect(missing.text.contains("不存在。请先建立"))
      try FileManager.default.copyItem(atPath: other.settings.index, toPath: site.settings.index)
      let second = try await client.get(query)
      #expect(second.text.contains("2 处，"))
    }
  }

  /// Overwrites the file in place, as `cp` does when a backup is restored: the inode stays the
  /// same.
  @Test func `an overwritten index is reopened`() async throws {
    let site = try TestSite([source("甲", "小学", "校舍")])
    let other = try TestSite([source("乙", "中学", "大学")])
    let content = try #require(FileManager.default.contents(atPath: other.settings.index))
    try await site.asking { client in
      let first = try await client.get(query)
      #expect(first.text.contains("1 处，"))
      let tag = try #require(first.headers[.eTag])
      let file = try #require(FileHandle(forWritingAtPath: site.settings.index))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: content)
      try file.close()
      let second = try await client.get(query, headers: [.ifNoneMatch: tag])
      #expect(second.status == .ok && second.text.contains("2 处，"))
    }
  }

  @Test func `responses are compressed if the client accepts it`() async throws {
    let site = try TestSite()
    let plain = try await site.get(query)
    let zipped = try await site.get(query, headers: [.acceptEncoding: "br, gzip;q=0.5"])
    let encoding = zipped.headers[.contentEncoding]
    #expect(encoding == "gzip")
    #expect(zipped.bytes.count * 3 < plain.bytes.count)
    try site.folder.write("body.gz", zipped.bytes)
    let unzipped = try RunningCommand(
      ["-dc", "body.gz"], in: site.folder.path, program: "/bin/gzip")
    #expect(unzipped.output == plain.text)
    let refused = try await site.get(query, headers: [.acceptEncoding: "gzip;q=0"])
    #expect(refused.headers[.contentEncoding] == nil)
  }

  // MARK: Limits

  @Test func `a search that exceeds the time limit is stopped with an error`() async throws {
    var site = try TestSite()
    site.settings.secondsPerPage = 0
    let page = try await site.get(query)
    #expect(page.status == .serviceUnavailable)
    #expect(page.text.contains("超过 0 秒的时限"))
    let answer = try await site.get("/api/v1/search?q=\("学".encoded)&lang=en")
    #expect(answer.text.contains(#""code":"time_limit""#))
    let wait = answer.headers[.retryAfter]
    #expect(wait == "5")
  }

  @Test func `requests beyond the queue limit are rejected`() async throws {
    let site = try TestSite()
    let pool = IndexPool(.file(site.settings.index), count: 1, waiting: 0)
    let lease = try await pool.lease()
    let error = await #expect(throws: WebError.self) { try await pool.lease() }
    #expect(error?.code == "too_busy")
    try lease.run(within: .seconds(5)) { _ = try $0.index.generation() }
  }

  @Test func `released leases are granted to waiting requests in order`() async throws {
    let site = try TestSite()
    let pool = IndexPool(.file(site.settings.index), count: 2, waiting: 100)
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<100 {
        group.addTask {
          try await pool.withIndex(within: .seconds(5)) {
            _ = try $0.index.generation(); return number
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 4950)
  }
}

extension ServerTests {
  // MARK: Concepts and builds

  @Test func `edited concepts are reloaded and change the ETag`() async throws {
    var site = try TestSite([
      Source(paragraphs: ["小学", "中学", "大学"], name: "甲", year: 2011)
    ])
    site.settings.concepts = site.folder("concepts.tsv")
    site.settings.conceptsMayBeMissing = true
    let address = "/?q=\("@学校".encoded)"
    let count = "/api/v1/search?q=\("@学校".encoded)"
    try await site.asking { [site] client in
      let without = try await client.get(address)
      #expect(without.text.contains("没有概念") || !without.text.contains("1 处"))
      try site.folder.write("concepts.tsv", "学校\t小学\n")
      let first = try await client.get(address)
      #expect(first.text.contains("1 处，"))
      let tag = try #require(first.headers[.eTag])
      let apiTag = try #require(try await client.get(count).headers[.eTag])
      let known = try await client.get(address, headers: [.ifNoneMatch: tag])
      #expect(known.status == .notModified)
      // Size and modification time are unchanged. Only the content differs.
      let times = try FileManager.default.attributesOfItem(atPath: site.folder("concepts.tsv"))
      try site.folder.write("concepts.tsv", "学校\t大学\n")
      try FileManager.default.setAttributes(
        [.modificationDate: times[.modificationDate]!], ofItemAtPath: site.folder("concepts.tsv"))
      let second = try await client.get(address, headers: [.ifNoneMatch: tag])
      #expect(second.status == .ok && second.text.contains("<mark>大学</mark>"))
      let answer = try await client.get(count, headers: [.ifNoneMatch: apiTag])
      #expect(answer.status == .ok)
      try site.folder.write("concepts.tsv", "学校\n")
      for (address, reason) in [(address, "概念表第 1 行只有一列"), (count, "concepts_unusable")] {
        let refused = try await client.get(address)
        #expect(refused.status == .serviceUnavailable)
        #expect(refused.text.contains(reason))
      }
      try FileManager.default.removeItem(atPath: site.folder("concepts.tsv"))
      let gone = try await client.get(address, headers: [.ifNoneMatch: tag])
      #expect(gone.status == .ok && !gone.text.contains("<mark>"))
    }
  }

  @Test func `a specified concept file must exist`() async throws {
    var site = try TestSite([Source(paragraphs: ["小学"], name: "甲", year: 2011)])
    site.settings.concepts = site.folder("concepts.tsv")
    let page = try await site.get("/?q=\("小学".encoded)")
    #expect(page.status == .serviceUnavailable)
    #expect(page.text.contains("概念表无法读取：文件或文件夹不存在。"))
  }

  @Test func `an ETag depends on the index, the concepts, the language and the build`() {
    let tag = EntityTag(index: "1", concepts: "2", .chinese, build: "3").text
    #expect(tag == EntityTag(index: "1", concepts: "2", .chinese, build: "3").text)
    #expect(tag != EntityTag(index: "0", concepts: "2", .chinese, build: "3").text)
    #expect(tag != EntityTag(index: "1", concepts: "0", .chinese, build: "3").text)
    #expect(tag != EntityTag(index: "1", concepts: "2", .english, build: "3").text)
    #expect(tag != EntityTag(index: "1", concepts: "2", .chinese, build: "0").text)
    #expect(ProgramBuild.digest.count == 64)
  }

  // MARK: Long queries

  @Test func `long queries are processed completely or rejected with a reason`() async throws {
    let site = try TestSite([Source(paragraphs: ["小学"], name: "甲", year: 2011)])
    let long = ((100..<242).map { "甲\($0)" } + ["小学"]).joined(separator: " | ")
    #expect((990...1_000).contains(long.count))
    let page = try await site.get("/?q=\(long.encoded)").text
    #expect(page.contains("1 处，"))
    // The search box must not truncate pasted text.
    #expect(!page.contains("maxlength"))
    let longer = "小学 | " + String(repeating: "中学大学", count: 250)
    let report = try #require(page.firstMatch(of: /\/report\/\w+/)).0
    for address in [
      "/?q=", "\(report)?q=", "/api/v1/search?q=", "/export?format=csv&q=", "/counts?format=csv&q=",
      "/export/provenance?format=csv&q=",
    ] {
      let refused = try await site.get(address + longer.encoded)
      #expect(refused.status == .badRequest, "\(address)")
      #expect(refused.text.contains("检索式有 1005 个字符，上限是 1000。"), "\(address)")
    }
  }

  // MARK: Downloads

  @Test func `a download that fails before its first row returns an error response`() async throws {
    var site = try TestSite()
    site.settings.secondsPerDownload = 0
    for address in ["/export?format=csv&q=", "/api/v1/export?q=", "/counts?format=csv&q="] {
      let answer = try await site.get(address + "学".encoded)
      #expect(answer.status == .serviceUnavailable, "\(address)")
      #expect(answer.headers[.contentDisposition] == nil)
      #expect(answer.text.contains("超过 0 秒的时限"))
    }
  }

  @Test func `a table that exceeds the limits of a workbook is rejected before the download`()
    async throws
  {
    let site = try TestSite([
      Source(paragraphs: [String(repeating: "小学", count: 17_000)], name: "甲", year: 2011)
    ])
    let answer = try await site.get("/api/v1/export?q=\("小学".encoded)&format=xlsx")
    #expect(answer.status == .unprocessableContent)
    #expect(answer.text.contains("not_in_format") && answer.text.contains("32767"))
  }

  @Test func `a download that fails later does not end normally`() async throws {
    struct Failure: Error {}
    let site = try TestSite([Source(paragraphs: ["小学"], name: "甲", year: 2011)])
    let pool = IndexPool(.file(site.settings.index), count: 1, waiting: 1)
    let download = Download(type: "text/csv", fileName: "list.csv")
    let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    // More than one piece, so that the response head is sent.
    let response = try await download.response(from: pool, within: .seconds(60), logger: logger) {
      _, body in
      for _ in 0..<20_000 { try body.write("一行又一行\n") }
      throw Failure()
    }
    let writer = CountingWriter()
    await #expect(throws: WebError.self) { try await response.body.write(writer) }
    #expect(writer.bytes > 65_536 && !writer.isFinished)
    await #expect(throws: WebError.self) {
      _ = try await download.response(from: pool, within: .seconds(60), logger: logger) { _, body in
        try body.write("一行\n")
        throw Failure()
      }
    }
  }

  @Test func `a stalled download releases its index`() async throws {
    var site = try TestSite()
    site.settings.simultaneousDownloads = 1
    let address = "/export?format=json&q=\("的".encoded)"
    try await site.asking { client in
      for _ in 0..<3 {
        let head = try await client.execute(address, .head, [:], nil)
        #expect(head.status == .ok && head.bytes.isEmpty)
      }
      let answer = try await client.get(address)
      #expect(answer.bytes.count > 60_000)
    }
  }
}

/// A writer that counts the bytes of the body.
private final class CountingWriter: ResponseBodyWriter {
  private let state = Mutex((bytes: 0, isFinished: false))

  var bytes: Int { state.withLock { $0.bytes } }
  var isFinished: Bool { state.withLock { $0.isFinished } }

  func write(_ buffer: ByteBuffer) async throws {
    state.withLock { $0.bytes += buffer.readableBytes }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {
    state.withLock { $0.isFinished = true }
  }
}
