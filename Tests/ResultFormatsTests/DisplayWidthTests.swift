import ResultFormats
import Testing

struct DisplayWidthTests {
  @Test(
    arguments: [
      ("控辍保学", 8), ("ＱＱ群", 6), ("QQ群", 4), ("2011年", 6), ("“双减”", 6), ("e\u{301}", 1),
      ("か\u{3099}", 2), ("\u{200B}控", 2), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("𠮷", 2),
      ("👨\u{200D}👩\u{200D}👧", 2), ("🇨🇳", 2), ("❤\u{FE0F}", 2), ("❤", 1),
      (" \u{FE0F}", 1), ("a\u{FE0F}", 1), ("1\u{FE0F}", 2), ("①", 1), ("㈠", 2),
      ("ｶ", 1),
      ("", 0), ("…—·", 3),
    ] as [(String, Int)])
  func `wide characters take two cells`(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }
}
