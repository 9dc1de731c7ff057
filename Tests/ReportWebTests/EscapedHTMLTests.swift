import Testing

@testable import ReportWeb

/// Text inside the pages.
struct EscapedHTMLTests {
  @Test(arguments: [
    ("控辍保学", "控辍保学"), ("a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c&#39;"),
    ("&lt;", "&amp;lt;"), ("a\tb\nc", "a\tb\nc"), ("a\u{0}\u{7}\r\u{85}b", "a    b"),
    ("\"\u{308}", "&quot;\u{308}"), ("<\u{301}", "&lt;\u{301}"), ("", ""),
  ])
  func `markup characters are escaped, and control characters become spaces`(
    text: String, escaped: String
  ) {
    let found = EscapedHTML().escapeText(text)
    #expect(Array(found.unicodeScalars) == Array(escaped.unicodeScalars))
  }
}
