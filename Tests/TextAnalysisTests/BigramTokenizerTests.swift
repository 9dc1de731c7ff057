import Testing
import TextAnalysis

struct BigramTokenizerTests {
  /// The example table of the documentation of ``BigramTokenizer``.
  @Test func `every character begins a token`() {
    let tokens = BigramTokenizer().tokens(inDocument: "教师QQ群。")
    #expect(tokens.map(\.term) == ["教师", "师q", "qq", "q群", "群。", "。"])
    #expect(tokens.map(\.position) == [0, 1, 2, 3, 4, 5])
    #expect(tokens.map(\.utf8Range) == [0..<6, 3..<7, 6..<8, 7..<11, 8..<14, 11..<14])
  }

  @Test(arguments: [
    ("", []), ("\u{200B} ", []), ("学", ["学"]), ("学校", ["学校"]), ("113自", ["11", "13", "3自"]),
  ])
  func `a phrase of several characters has no single-character token`(
    phrase: String, terms: [String]
  ) {
    #expect(BigramTokenizer().tokens(inPhrase: phrase).map(\.term) == terms)
  }

  @Test func `a tokenizer keeps no state between texts`() {
    let tokenizer = BigramTokenizer()
    _ = tokenizer.tokens(inDocument: String(repeating: "㎡ﷺ", count: 500))
    #expect(tokenizer.tokens(inDocument: "控輟").map(\.term) == ["控辍", "辍"])
  }
}
