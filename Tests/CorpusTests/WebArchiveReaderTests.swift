import TestSupport
import Testing

@testable import Corpus

struct WebArchiveReaderTests {
  private func page(_ archive: [UInt8]) throws -> WebArchiveReader.Page {
    try archive.withUnsafeBytes { bytes throws(ReadingError.Kind) in
      try WebArchiveReader.page(of: bytes)
    }
  }

  private func isWebArchive(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBytes { WebArchiveReader.isWebArchive($0) }
  }

  private static func archive(
    _ parts: [String], type: String = "", lineEnd: String = "\r\n"
  ) -> [UInt8] {
    let text =
      """
      From: <Saved by a browser>
      Subject: =?utf-8?Q?=E6=80=BB=E7=BB=93?=
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";\(type)
       boundary="----=_Part;1"

      This is a message in several parts.
      ------=_Part;1
      \(parts.joined(separator: "\n------=_Part;1\n"))
      ------=_Part;1--
      """
    return Array(text.replacing("\n", with: lineEnd).utf8)
  }

  private static let picture =
    "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0="

  @Test(
    arguments: [
      (
        "Content-Type: text/html; charset=\"gb2312\"\nContent-Transfer-Encoding: quoted-printable"
          + "\n\n=BF=D8=EA=A1=\n=b1=a3 =  \n=D1=A7=3D=",
        [0xBF, 0xD8, 0xEA, 0xA1, 0xB1, 0xA3, 0x20, 0xD1, 0xA7, 0x3D], "gb2312"
      ),
      (
        "content-type:TEXT/HTML;CHARSET=utf-8\ncontent-transfer-encoding: BASE64\n\n5o6n6L6N\n5L+d5a2m",
        Array("控辍保学".utf8), "utf-8"
      ),
      (
        "Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<p>控=辍",
        Array("<p>控=辍".utf8), nil
      ),
      ("Content-Type: text/html\n\n<p>", Array("<p>".utf8), nil),
    ] as [(String, [UInt8], String?)])
  func `a page is decoded`(part: String, content: [UInt8], charset: String?) throws {
    for lineEnd in ["\n", "\r\n"] {
      let page = try page(
        Self.archive([Self.picture, part, Self.picture], lineEnd: lineEnd))
      #expect(page.bytes.dropLast(while: { $0 == 0x0A || $0 == 0x0D }) == content[...])
      #expect(page.charset == charset)
    }
  }

  @Test func `the part that the archive names is its page, and parts can be nested`() throws {
    let first = "Content-Type: text/html\nContent-ID: <frame>\n\n<p>框"
    let second = "Content-Type: text/html\nContent-ID: <page>\n\n<p>页"
    let named = Self.archive([first, second], type: " start=\"<page>\";")
    #expect(try page(named).bytes.starts(with: Array("<p>页".utf8)))
    #expect(try page(Self.archive([first, second])).bytes.starts(with: Array("<p>框".utf8)))
    let inner =
      "Content-Type: multipart/alternative; boundary=in\n\n--in\n\n纯文本\n--in\n\(second)\n--in--"
    #expect(try page(Self.archive([inner])).bytes.starts(with: Array("<p>页".utf8)))
  }

  @Test func `an archive without a page is refused, an unclosed one is read`() throws {
    let broken = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n5o6n6"
    for archive in [Self.archive([Self.picture]), Self.archive([broken]), Self.archive([]), []] {
      #expect(throws: ReadingError.Kind.unparsable(.mht)) { try page(archive) }
    }
    let text = "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>学"
    #expect(try page(Array(text.utf8)).bytes == Array("<p>学".utf8))
  }

  @Test func `archives are recognized by their first header fields`() {
    let header = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n"
    #expect(isWebArchive(header))
    #expect(isWebArchive("\r\n\u{FEFF}") == false)
    #expect(isWebArchive("\u{FEFF}From: <Saved>\r\n" + header))
    #expect(isWebArchive("\n" + header.lowercased()))
    #expect(!isWebArchive("\n\n正文\n\n" + header))
    #expect(!isWebArchive("<html>" + header))
    #expect(!isWebArchive("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n正文"))
    #expect(!isWebArchive(""))
  }

  @Test(.law, arguments: LawSeeds.seeds(300))
  func `broken archives give a page or an error`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var archive = Self.archive([
      "Content-Type: multipart/mixed; boundary=\"----=_Part;1\"\n\n" + Self.picture,
      "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=BF=D8=EA=A1=\n=",
    ])
    archive.removeLast(Int.random(in: 0..<archive.count, using: &random))
    for _ in 0..<Int.random(in: 0...30, using: &random) where !archive.isEmpty {
      archive[Int.random(in: archive.indices, using: &random)] = Array("\n\r=-;:\" \t".utf8)
        .randomElement(using: &random)!
    }
    _ = try? page(archive)
  }
}

extension [UInt8] {
  fileprivate func dropLast(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var rest = self[...]
    while let last = rest.last, belongs(last) { rest.removeLast() }
    return rest
  }
}
