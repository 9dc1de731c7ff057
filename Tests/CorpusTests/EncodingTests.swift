import Foundation
import Testing

@testable import Corpus

struct TextDecoderTests {
  private static let text = "青溪县教育局工作总结：控辍保学９９．８％，教师𠮷田。"

  private func bytes(_ text: String, _ encoding: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", encoding, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }

  private func decode(_ bytes: [UInt8]) throws -> TextDecoder.Decoded {
    try bytes.withUnsafeBytes { bytes throws(TextDecoder.Failure) in
      try TextDecoder.decode(bytes)
    }
  }

  @Test(
    arguments: [
      ("UTF-8", [], .utf8), ("UTF-8", [0xEF, 0xBB, 0xBF], .utf8), ("GB18030", [], .gb18030),
      ("UTF-16LE", [0xFF, 0xFE], .utf16LittleEndian), ("UTF-16BE", [0xFE, 0xFF], .utf16BigEndian),
    ] as [(String, [UInt8], TextEncoding)])
  func `text is decoded`(name: String, mark: [UInt8], encoding: TextEncoding) throws {
    let decoded = try decode(mark + bytes(Self.text, name))
    #expect(decoded.text == Self.text)
    #expect(decoded.encoding == encoding)
  }

  @Test func `short GBK text is decoded`() throws {
    #expect(try decode([0xBF, 0xD8, 0xEA, 0xA1, 0xB1, 0xA3, 0xD1, 0xA7]).text == "控辍保学")
  }

  @Test(
    arguments: [
      (Array("控辍".utf8) + [0xFF], .utf8, 6),
      ([0xEF, 0xBB, 0xBF] + Array("控".utf8) + [0xFF], .utf8, 6),
      ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xDC], .utf16LittleEndian, 4),
      ([0xBF, 0xD8, 0xEA, 0xA1, 0xFF, 0x41], .gb18030, 4),
    ] as [([UInt8], TextEncoding, Int)])
  func `bytes that do not fit tell where`(bytes: [UInt8], encoding: TextEncoding, offset: Int) {
    #expect(throws: TextDecoder.Failure(encoding: encoding, byteOffset: offset)) {
      try decode(bytes)
    }
  }
}

struct PlainTextReaderTests {
  @Test func `lines end in all the ways that files have, and keep their numbers`() {
    let text = "甲\n乙\r\n丙\r\u{3000}\u{3000}丁 \u{A0}\n\n\u{FEFF}戊\u{2028}己\u{85}庚\u{C}辛"
    let lines = PlainTextReader.lines(of: text)
    #expect(lines.map(\.text) == ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 6, 7, 8, 9])
  }

  @Test func `white space inside a line and an unfinished ending stay`() {
    #expect(PlainTextReader.lines(of: "a \u{3000} b").map(\.text) == ["a \u{3000} b"])
    #expect(PlainTextReader.lines(of: "").isEmpty)
    #expect(PlainTextReader.lines(of: " \u{3000}\n\t").isEmpty)
  }
}

struct HTMLReaderTests {
  @Test func `blocks are lines, and what is no text is left out`() throws {
    let page = """
      <html><head><title>页</title><style>p{}</style></head><body><script>var a = "脚本";</script>
      <div><h1>某局<b>2011</b>年工作总结</h1>
      <p>&nbsp;&nbsp;一、控<span>辍</span>保
      学</p><p>第一行<br>第二行<br/>第三行</div>
      <table><tr><th>学校</th><th>学生</th></tr><tr><td>一小</td><td>1,200</td></tr></table>
      <table><tr><td><p>版面</p><p>排版</p></td><td><div>侧栏</div></td></tr></table>
      </body></html>
      """
    let lines = try #require(HTMLReader.lines(of: page))
    #expect(
      lines.map(\.text) == [
        "某局2011年工作总结", "一、控辍保 学", "第一行", "第二行", "第三行", "学校\t学生", "一小\t1,200", "版面", "排版", "侧栏",
      ])
    #expect(lines[0].role == .heading(level: 1))
    #expect(lines[5].role == .row && lines[6].role == .row && lines[7].role == .text)
  }

  @Test func `deep nesting and broken pages are read to their ends`() throws {
    let old = (1...3000).map { "<font>第\($0)段。<p>" }.joined() + "<p>结尾"
    #expect(try #require(HTMLReader.lines(of: "<html>" + old)).count == 3001)
    let deep =
      String(repeating: "<div>", count: 20_000) + "<p>深处" + String(repeating: "</div>", count: 9)
    #expect(HTMLReader.lines(of: "<html>" + deep)?.map(\.text) == ["深处"])
    let long = String(repeating: "学校", count: 2_000_000)
    #expect(
      HTMLReader.lines(of: "<html><p>" + long + "</p><p>末")?.map(\.text.count) == [4_000_000, 1])
    #expect(HTMLReader.lines(of: "<html><p>甲<p>乙</b></i>")?.map(\.text) == ["甲", "乙"])
    #expect(HTMLReader.lines(of: "<html>") == [])
  }

  @Test func `unclosed elements swallow nothing`() throws {
    for name in ["iframe", "select", "noscript", "button", "object", "form", "label"] {
      let lines = HTMLReader.lines(of: "<html><h2>题名</h2><p>开头。</p><\(name)><p>控辍保学好。</p>")
      #expect(lines?.contains { $0.text.contains("控辍保学好。") } == true, "\(name)")
    }
  }

  @Test func `links are told from text`() throws {
    let lines = try #require(
      HTMLReader.lines(
        of: """
          <html><p><a href="/">首页</a> | <a href="/b">政务公开</a></p><p>※※※</p>
          <p><a href="c">各学校要按照要求，认真做好控辍保学的各项工作。</a></p>
          <h2><a href="d">某县教育局2011年工作总结</a></h2><a name="e">锚</a>
          """))
    #expect(lines.map(\.isLinks) == [true, false, false, false, false])
  }

  @Test func `blocks inside a cell do not run together`() throws {
    let lines = try #require(
      HTMLReader.lines(
        of: "<html><table><tr><td>甲</td><td><form><p>提出控辍</p><p>保学好。</p></form></td></tr></table>"))
    #expect(!lines.contains { $0.text.contains("控辍保学") })
  }
}
