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
  @Test func `blocks are lines, and what is no text is left out`() {
    let page = """
      <html><head><title>页</title><style>p{}</style></head><body><script>var a = "脚本";</script>
      <div><h1>某局<b>2011</b>年工作总结</h1>
      <p>&nbsp;&nbsp;一、控<span>辍</span>保
      学</p><p>第一行<br>第二行<br/>第三行</div>
      <table><tr><th>学校</th><th>学生</th></tr><tr><td>一小</td><td>1,200</td></tr></table>
      <table><tr><td><p>版面</p><p>排版</p></td><td><div>侧栏</div></td></tr></table>
      </body></html>
      """
    let lines = HTMLReader.lines(of: page)
    #expect(
      lines.map(\.text) == [
        "某局2011年工作总结", "一、控辍保 学", "第一行", "第二行", "第三行", "学校\t学生", "一小\t1,200", "版面", "排版", "侧栏",
      ])
    #expect(lines[0].role == .heading(level: 1))
    #expect(lines[5].role == .row && lines[6].role == .row && lines[7].role == .text)
  }

  @Test func `deep nesting and broken pages are read`() {
    let deep =
      String(repeating: "<div>", count: 20_000) + "<p>深处" + String(repeating: "</div>", count: 9)
    #expect(HTMLReader.lines(of: "<html>" + deep).count <= 1)
    #expect(HTMLReader.lines(of: "<html><p>甲<p>乙</b></i>").map(\.text) == ["甲", "乙"])
    #expect(HTMLReader.lines(of: "<html>").isEmpty)
  }
}
