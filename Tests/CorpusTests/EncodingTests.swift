import Foundation
import TestSupport
import Testing

@testable import Corpus

struct TextDecoderTests {
  private static let text = "青溪县教育局工作总结：控辍保学９９．８％，教师𠮷田。"

  private func bytes(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    try #require(EncodedText.bytes(of: text, in: encoding))
  }

  private func decode(
    _ bytes: [UInt8], declared: TextEncoding? = nil,
    tolerating tolerance: TextDecoder.Tolerance = .none
  ) throws -> TextDecoder.Decoded {
    try bytes.withUnsafeBytes { bytes throws(TextDecoder.Failure) in
      try TextDecoder.decode(bytes, declared: declared, tolerating: tolerance)
    }
  }

  @Test(
    arguments: [
      ([], .utf8), ([0xEF, 0xBB, 0xBF], .utf8), ([], .gb18030), ([], .utf16LittleEndian),
      ([], .utf16BigEndian), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] as [([UInt8], TextEncoding)])
  func `text is decoded`(mark: [UInt8], encoding: TextEncoding) throws {
    let decoded = try decode(mark + bytes(Self.text, encoding))
    #expect(decoded.text == Self.text)
    #expect(decoded.encoding == encoding)
  }

  /// Tests every piece of fifteen characters of the samples in every encoding that can represent
  /// it.
  @Test(arguments: TextEncoding.allCases)
  func `short pieces are decoded`(encoding: TextEncoding) throws {
    var wrong: [String] = []
    var count = 0
    for path in try ProjectFolder.files(below: ProjectFolder.samples) {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let text = try decode(Array(data)).text.unicodeScalars.filter {
        $0.properties.isIdeographic || "，。、；".unicodeScalars.contains($0)
      }
      for start in stride(from: 0, to: text.count - 15, by: 15) {
        let piece = String(String.UnicodeScalarView(text.dropFirst(start).prefix(15)))
        guard let encoded = EncodedText.bytes(of: piece, in: encoding) else { continue }
        count += 1
        if (try? decode(encoded))?.text != piece { wrong.append(piece) }
      }
    }
    #expect(count > 30)
    // A piece of rare characters in UTF-16 without a byte order mark cannot be recognized.
    #expect(wrong.count <= (encoding.isWide ? count / 100 : 0), "\(wrong)")
  }

  @Test func `a declaration decides if the bytes are ambiguous`() throws {
    let name = try bytes("鑫淼", .gb18030)
    #expect(try decode(name).encoding == .gb18030)
    #expect(try decode(name, declared: .big5).encoding == .big5)
    let report = try bytes(Self.text, .gb18030)
    #expect(try decode(report, declared: .big5).text == Self.text)
  }

  @Test(
    arguments: [
      ("<meta charset=GBK>", .gb18030), ("<META content='text/html; charset=big5'>", .big5),
      ("<?xml version=\"1.0\" encoding=\"EUC-TW\"?>", .eucTaiwan), ("<meta charset=koi8-r>", nil),
      ("charset=latin1 charset='utf-8'", .utf8), ("", nil),
    ] as [(String, TextEncoding?)])
  func `declarations are found`(head: String, encoding: TextEncoding?) {
    Array(head.utf8).withUnsafeBytes { bytes in
      #expect(EncodingDeclaration.encoding(in: bytes) == encoding)
    }
  }

  @Test func `bytes that fit no encoding are replaced on request and counted`() throws {
    var damaged = try bytes(Self.text, .gb18030)
    damaged.replaceSubrange(4..<6, with: [0xFF, 0x20])
    #expect(throws: TextDecoder.Failure.undecodable(.gb18030, byteOffset: 4)) {
      try decode(damaged)
    }
    let decoded = try decode(damaged, tolerating: .any)
    #expect(decoded.text.hasPrefix("青溪\u{FFFD} 教育局") && decoded.undecodable?.count == 1)
    #expect(decoded.encoding == .gb18030)
  }

  @Test(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
  func `real files of all encodings are recognized`() throws {
    let encodings: [(String, TextEncoding)] = [
      ("Big5-_chr", .big5), ("Big5-sin", .big5), ("GB2312-", .gb18030),
      ("UTF-16-bom-utf-16-be", .utf16BigEndian),
      ("UTF-16-bom-utf-16-le", .utf16LittleEndian), ("UTF-16LE-nobom", .utf16LittleEndian),
      ("big5.", .big5), ("euc-tw.", .eucTaiwan), ("gb18030.", .gb18030), ("utf-8.", .utf8),
    ]
    let files = try ProjectFolder.files(below: ProjectFolder.shared + "/corpora/encodings")
    #expect(files.count == 11)
    for path in files {
      let name = URL(fileURLWithPath: path).lastPathComponent
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(
        try decode(Array(data)).encoding == encodings.first { name.hasPrefix($0.0) }?.1, "\(name)")
    }
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
  func `an encoding error has its byte offset`(bytes: [UInt8], encoding: TextEncoding, offset: Int)
  {
    #expect(throws: TextDecoder.Failure.undecodable(encoding, byteOffset: offset)) {
      try decode(bytes)
    }
  }

  @Test func `a few undecodable bytes are tolerated and located`() throws {
    var damaged = try bytes(String(repeating: Self.text, count: 10), .gb18030)
    damaged[100] = 0xFF
    let decoded = try decode(damaged, tolerating: .few)
    let undecodable = try #require(decoded.undecodable)
    #expect((99...100).contains(undecodable.firstOffset) && (1...2).contains(undecodable.count))
    for offset in stride(from: 20, to: 40, by: 2) { damaged[offset] = 0xFF }
    #expect(throws: TextDecoder.Failure.undecodable(.gb18030, byteOffset: 20)) {
      try decode(damaged, tolerating: .few)
    }
    #expect(try decode(damaged, tolerating: .any).undecodable?.firstOffset == 20)
  }

  /// Windows and HKSCS encode some characters at different codes. When decoding one failed, the
  /// text was once taken for GB 18030.
  @Test(
    arguments: [
      ([0xA1, 0x5A], "\u{2574}"), ([0xA1, 0xC3], "\u{FFE3}"), ([0xA1, 0xFE], "\u{FF0F}"),
      ([0xA2, 0x40], "\u{FF3C}"), ([0xA2, 0xCC], "\u{5341}"), ([0xA2, 0xCE], "\u{5345}"),
      ([0xA3, 0xE1], "\u{20AC}"), ([0xF9, 0xD6], "碁"), ([0xF9, 0xFE], "▓"), ([0xC6, 0xE2], "〇"),
      ([0x88, 0x62], "\u{CA}\u{304}"), ([0x87, 0x40], "䏰"),
    ] as [([UInt8], String)])
  func `Big5 is that of Windows with the characters of Hong Kong`(code: [UInt8], character: String)
    throws
  {
    let sentence = try bytes("臺北縣政府教育局輔導國民中小學辦理補救教學", .big5)
    let decoded = try decode(sentence + code + sentence)
    #expect(decoded.encoding == .big5)
    #expect(decoded.text.unicodeScalars.contains(character.unicodeScalars.first!))
    #expect(decoded.text.contains("補救教學" + character + "臺北縣"))
  }

  @Test(
    arguments: [
      ([0x80], "€"), ([0xA2, 0xE3], "€"), ([0xA8, 0xBC], "ḿ"), ([0xA6, 0xD9], "\u{FE10}"),
      ([0xFE, 0x59], "\u{9FB4}"), ([0xFE, 0x51], "\u{20087}"),
      ([0x82, 0x35, 0x90, 0x37], "\u{9FB4}"),
      ([0x95, 0x32, 0x82, 0x36], "\u{20000}"),
    ] as [([UInt8], String)])
  func `GB 18030 is that of 2022`(code: [UInt8], character: String) throws {
    let sentence = try bytes("援助资金三百万元", .gb18030)
    #expect(
      try decode(sentence + code + sentence).text == "援助资金三百万元\(character)援助资金三百万元")
  }

  @Test func `bytes that look like no Chinese are refused`() throws {
    let japanese = "日本の学校における教育について、私たちはもっと考えるべきだと思います。"
    let german = "Äußerst schöne Grüße aus München, wo die Bäume grün und die Straßen naß sind."
    for (text, name) in [(japanese, "SHIFT_JIS"), (german, "ISO-8859-1")] {
      let bytes = try #require(EncodedText.bytes(of: text, in: name))
      for tolerance in [TextDecoder.Tolerance.none, .few, .any] {
        #expect(throws: TextDecoder.Failure.self) { try decode(bytes, tolerating: tolerance) }
      }
    }
  }

  @Test(arguments: [TextEncoding.gb18030, .big5, .eucTaiwan])
  func `lists of names are decoded`(encoding: TextEncoding) throws {
    let names = "姚婷婷、吳鑫淼、龔晨曦、湯煜琪、鍾靜瑤、葉昊、韋瑾瑜、嚴莉萍、魏銘、蘇炳坤"
    let simplified = "姚婷婷、吴鑫淼、龚晨曦、汤煜琪、钟静瑶、叶昊、韦瑾瑜、严莉萍、魏铭、苏炳坤"
    let text = encoding == .gb18030 ? simplified : names
    #expect(try decode(bytes(text, encoding)).text == text)
  }
}
