import TestSupport
import Testing

@testable import ResultFormats

/// Text inside XML and HTML that files hold.
struct MarkupTextTests {
  @Test(arguments: [
    ("控辍保学", "控辍保学"), ("a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c'"), ("&amp;", "&amp;amp;"),
    ("\t\n\r", "\t\n\r"), ("a\u{0}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{FFFE}\u{FFFF}b", "ab"),
    ("<\u{301}", "&lt;\u{301}"), ("\"\u{308}", "&quot;\u{308}"), ("𠮷\u{FFFD}", "𠮷\u{FFFD}"),
    ("", ""),
  ])
  func `markup characters are escaped, and characters that XML forbids are dropped`(
    text: String, escaped: String
  ) {
    #expect(Array(MarkupText.escaped(text).unicodeScalars) == Array(escaped.unicodeScalars))
  }

  @Test(.law, arguments: LawSeeds.seeds(50))
  func `escaped text renders as the original text`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Alphabets.hostile + Array("<>&\"';#x]!-".unicodeScalars)
    let text = random.string(of: alphabet, length: 0...40)
    let escaped = MarkupText.escaped(text)
    #expect(!escaped.unicodeScalars.contains { "<>\"".unicodeScalars.contains($0) })
    // By bytes: a mark that follows may be one character with what it follows.
    var back = Array(escaped.utf8)
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      back.replace(Array(name.utf8), with: Array(sign.utf8))
    }
    let kept = text.unicodeScalars.filter {
      $0.value >= 0x20 && $0.value < 0xFFFE || $0.value > 0xFFFF
        || "\t\n\r".unicodeScalars.contains($0)
    }
    #expect(back == Array(String(String.UnicodeScalarView(kept)).utf8))
  }
}
