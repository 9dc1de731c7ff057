import Foundation
import TestSupport
import Testing

@testable import Corpus

/// Text that was decoded in a wrong encoding and saved again.
struct MojibakeTests {
  private static let text = """
    青溪县教育局2019年工作总结
    一是抓好控辍保学，全县小学入学率达到百分之百，初中巩固率达到99%。
    二是落实营养改善计划，受益学生一万二千人
    <p>来源</p>

    """

  /// Encodes a text in one encoding and decodes it in another.
  private func garbled(_ text: String, _ right: String, as wrong: String) throws -> String {
    let bytes = try #require(EncodedText.bytes(of: text, in: right))
    return try #require(EncodedText.text(of: bytes, in: wrong))
  }

  private func decode(
    _ text: String, tolerating tolerance: TextDecoder.Tolerance = .none
  ) throws -> TextDecoder.Decoded {
    try Array(text.utf8).withUnsafeBytes { bytes throws(TextDecoder.Failure) in
      try TextDecoder.decode(bytes, tolerating: tolerance)
    }
  }

  @Test(arguments: [
    ("UTF-8", "ISO-8859-1"), ("GB18030", "ISO-8859-1"),
  ])
  func `text is repaired`(right: String, wrong: String) throws {
    let garbled = try garbled(Self.text, right, as: wrong)
    #expect(garbled != Self.text)
    #expect(try decode(garbled).text == Self.text)
    // Correct lines stay unchanged.
    #expect(try decode("教育部网站\n" + garbled + "完").text == "教育部网站\n" + Self.text + "完")
    // The file may be stored in any encoding.
    let stored = try #require(EncodedText.bytes(of: garbled, in: .utf16LittleEndian))
    let decoded = try ([0xFF, 0xFE] + stored).withUnsafeBytes { bytes throws(TextDecoder.Failure) in
      try TextDecoder.decode(bytes)
    }
    #expect(decoded.text == Self.text)
  }

  @Test func `GBK read as Big5 is repaired`() throws {
    let text = "青溪县教育局工作总结\n各级部门高度重视基础教育工作，积极推进课程改革。"
    let garbled = try garbled(text, "GB18030", as: "BIG5-HKSCS")
    #expect(try decode(garbled).text == text)
  }

  @Test func `text that was garbled twice is repaired`() throws {
    let once = try garbled(Self.text, "UTF-8", as: "ISO-8859-1")
    #expect(try decode(garbled(once, "UTF-8", as: "ISO-8859-1")).text == Self.text)
  }

  @Test func `traditional text is repaired`() throws {
    let text = "臺北縣政府教育局輔導國民中小學辦理補救教學，計畫經費由縣府支應。"
    for wrong in ["GB18030", "ISO-8859-1"] {
      #expect(try decode(garbled(text, "BIG5", as: wrong)).text == text)
    }
  }

  @Test func `UTF-8 read as GBK is repaired if no character was lost`() throws {
    let text = "青溪县教育局工作总结"
    #expect(try decode(garbled(text, "UTF-8", as: "GB18030")).text == text)
  }

  @Test(arguments: ["\u{FFFD}", "?"])
  func `what was lost is reported`(replacement: String) throws {
    // 全县共有中小学 has an odd number of bytes, of which the last one was lost before the digit.
    let line = try garbled("青溪县教育局工作", "UTF-8", as: "GB18030") + "\n"
    let even = Array("全县共有中小学".utf8).dropLast()
    let lost = try #require(EncodedText.text(of: Array(even), in: "GB18030")) + replacement + "12"
    #expect(throws: TextDecoder.Failure.garbled(lineNumber: 2)) { try decode(line + lost) }
    let decoded = try decode(line + lost, tolerating: .any)
    #expect(decoded.text.hasPrefix("青溪县教育局工作\n全县共有中小\u{FFFD}"))
    // The bytes of the file are intact: the loss has no offset in it.
    #expect(decoded.lostByteCount > 0 && decoded.undecodable == nil)
    // A single loss in a long text leaves an incomplete text.
    let long = String(repeating: line, count: 40) + lost
    #expect(try decode(long, tolerating: .few).text.hasSuffix("12"))
    #expect(throws: TextDecoder.Failure.garbled(lineNumber: 41)) { try decode(long) }
  }

  @Test(arguments: [
    "Äußerst schöne Grüße aus München", "姚婷婷、龔晨曦、湯煜琪\n鑫淼\n嫪毐\n犇羴鱻", "Привет из Москвы",
    "日本の学校における教育について", "±5℃ · × ÷ § °", "À la carte: café, naïve, Ø",
  ])
  func `other text is left alone`(text: String) throws {
    #expect(try decode(text).text == text)
  }

  @Test func `the samples are left alone`() throws {
    for path in try ProjectFolder.files(below: ProjectFolder.samples) {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      #expect(MojibakeRepair.repaired(text) == nil, "\(path)")
    }
  }
}
