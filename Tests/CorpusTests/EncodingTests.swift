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
    _ bytes: [UInt8], declared: TextEncoding? = nil, isLossy: Bool = false
  ) throws -> TextDecoder.Decoded {
    try bytes.withUnsafeBytes { bytes throws(TextDecoder.Failure) in
      try TextDecoder.decode(bytes, declared: declared, isLossy: isLossy)
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

  /// Every piece of fifteen characters of the samples, in every encoding that can hold it.
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
    // A piece of rare characters in UTF-16 without a mark looks like nothing.
    #expect(wrong.count <= (encoding.isUTF16 ? count / 100 : 0), "\(wrong)")
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
    #expect(throws: TextDecoder.Failure(encoding: .gb18030, byteOffset: 4)) { try decode(damaged) }
    let decoded = try decode(damaged, isLossy: true)
    #expect(decoded.text.hasPrefix("青溪\u{FFFD} 教育局") && decoded.replacedCount == 1)
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
    #expect(throws: TextDecoder.Failure(encoding: encoding, byteOffset: offset)) {
      try decode(bytes)
    }
  }
}

struct CharacterConverterTests {
  @Test func `an encoding that the C library lacks is an error`() {
    #expect(throws: CharacterConverter.Missing(encoding: .gb18030)) {
      try [0xD1, 0xA7].withUnsafeBytes {
        _ = try CharacterConverter.convert(
          $0, from: .gb18030, named: "NO-SUCH-ENCODING", replacing: true)
      }
    }
    let failure = TextDecoder.Failure(encoding: .gb18030, byteOffset: nil)
    #expect(failure.kind == .missingConverter(.gb18030))
  }
}
