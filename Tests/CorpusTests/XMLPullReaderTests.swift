import TestSupport
import Testing

@testable import Corpus

struct XMLPullReaderTests {
  private enum Name: String {
    case a, b
  }

  /// Returns the pieces of XML, with the attribute `v` of each element.
  private func pieces(_ xml: [UInt8]) throws -> [String] {
    let reader = try XMLPullReader<Name>(xml, of: .docx)
    var pieces: [String] = []
    while let piece = try reader.next() {
      switch piece {
      case .start(let name):
        pieces.append("<\(name?.rawValue ?? "?")\(reader.attribute("v").map { "=" + $0 } ?? "")")
      case .end(let name): pieces.append("\(name?.rawValue ?? "?")>")
      case .text(let text): pieces.append(String(decoding: text, as: UTF8.self))
      }
    }
    return pieces
  }

  private func pieces(_ xml: String) throws -> [String] { try pieces(Array(xml.utf8)) }

  @Test func `elements are reported without their namespaces`() throws {
    #expect(
      try pieces(
        "<x:a xmlns:x='u' x:v='甲&amp;&#x4E59;'><!-- c --><?p i?><b v=''/><c>&lt;<![CDATA[<]]></c> </x:a>"
      )
        == ["<a=甲&乙", "<b=", "b>", "<?", "<", "<", "?>", " ", "a>"])
    #expect(
      try pieces([0xFF, 0xFE] + "<a>控</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        == ["<a", "控", "a>"])
  }

  @Test func `long texts are reported in one piece`() throws {
    let text = String(repeating: "控辍保学，", count: 100_000)
    #expect(try pieces("<a>\(text)</a>") == ["<a", text, "a>"])
  }

  @Test func `XML truncated at any position is an error`() throws {
    let whole = Array("<?xml version='1.0'?><a v='x'><b>控辍</b><c/></a>".utf8)
    #expect(try pieces(whole).count == 7)
    for length in 0..<whole.count {
      #expect(throws: ReadingError.Kind.unparsable(.docx), "\(length)") {
        try pieces(Array(whole[..<length]))
      }
    }
  }

  @Test(arguments: [
    "<a><b></a></b>", "<a>&x;</a>", "<a>\u{1}</a>", "<a/><a/>", "<a v='1' v='2'/>", "<p:a/>", "文",
    "<a>&#0;</a>",
    "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x '文'>]><a v='&x;'/>",
  ])
  func `malformed or dangerous XML is an error`(xml: String) {
    #expect(throws: ReadingError.Kind.unparsable(.docx)) { try pieces(xml) }
  }

  @Test(arguments: ["&", "%"])
  func `entities cannot multiply`(mark: Character) {
    let kind = mark == "%" ? "% " : ""
    let levels = (1...30).map {
      "<!ENTITY \(kind)e\($0) '\(String(repeating: "\(mark)e\($0 - 1);", count: 20))'>"
    }
    let entities = "<!ENTITY \(kind)e0 '哈'>" + levels.joined() + (mark == "%" ? "%e30;" : "")
    for xml in [
      "<!DOCTYPE a [\(entities)]><a>&e30;</a>", "<!DOCTYPE a [\(entities)]><a v='&e30;'/>",
    ] {
      #expect(throws: ReadingError.Kind.unparsable(.docx)) { try pieces(xml) }
    }
  }

  @Test func `elements nest deep, up to a limit`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try pieces(nested(250)).count == 500)
    for depth in [300, 1_000_000] {
      #expect(throws: ReadingError.Kind.unparsable(.docx)) { try pieces(nested(depth)) }
    }
  }

  /// Without the check of the tags, libxml2 needs minutes or many times the input's memory for each
  /// of these.
  private static let costly = [
    "attributes": "<a " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + "/>",
    "namespaces":
      (0..<200).map { level in
        "<a " + (0..<9).map { "xmlns:n\(level)_\($0)='u'" }.joined(separator: " ") + ">"
      }.joined(),
    "marks in an attribute": "<a v='\(String(repeating: ">", count: 100_000))'/>",
    "an open attribute": "<a v='>\(String(repeating: "v", count: 100_000))",
    "comments": "<a>" + String(repeating: "<!---->", count: 20_000) + "</a>",
    "marks in a comment": "<a><!--\(String(repeating: ">", count: 100_000))--></a>",
    "marks in a section": "<a><![CDATA[\(String(repeating: ">", count: 100_000))]]></a>",
    "marks in an instruction": "<a><?p \(String(repeating: ">", count: 100_000))?></a>",
  ]

  @Test(arguments: costly.keys.sorted())
  func `XML that is costly to parse is an error`(name: String) throws {
    let xml = try #require(Self.costly[name])
    #expect(throws: ReadingError.Kind.unparsable(.docx)) { try pieces(xml) }
  }

  @Test func `unusual tags are read`() throws {
    let long = String(repeating: "学", count: 100_000)
    #expect(try pieces("<a v='\(long)'/>") == ["<a=\(long)", "a>"])
    #expect(
      try pieces("<a v='>'><![CDATA[<b>]]></a>") == ["<a=>", "<b>", "a>"])
    #expect(
      try pieces("<!-- <a> -->\n<a\nv = \"'>'\" ><b/></a >\n<?p >?>") == [
        "<a='>'", "<b", "b>", "a>",
      ])
    #expect(try pieces("\u{FEFF}<a/>") == ["<a", "a>"])
    #expect(throws: ReadingError.Kind.unparsable(.docx)) {
      try pieces("<a/>".utf8.flatMap { [$0, 0] })
    }
    // The declared encoding is ignored.
    #expect(try pieces("<?xml version='1.0' encoding='GBK'?><a>控</a>") == ["<a", "控", "a>"])
  }

  @Test(.law) func `noise never crashes`() {
    let whole = Array("<a v='x'><b>控辍</b><!-- c --><b v='&amp;'/></a>".utf8)
    for seed in LawSeeds.seeds(500) {
      var random = SeededRandom(seed: seed)
      var noisy = whole
      for _ in 0..<2 {
        noisy[Int.random(in: 0..<noisy.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      do {
        _ = try pieces(noisy)
      } catch {
        #expect(error as? ReadingError.Kind == .unparsable(.docx), "seed \(seed)")
      }
    }
  }
}
