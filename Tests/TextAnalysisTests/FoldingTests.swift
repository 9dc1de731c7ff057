import Testing
import TextAnalysis

struct FoldingTests {
  @Test(arguments: [
    ("控輟保學", "控辍保学"),
    ("２０１１年", "2011年"),
    ("㈠強化控辍", "(一)强化控辍"),
    ("９９．８％", "99.8%"),
    ("QQ群、Ｑｑ羣", "qq群、qq群"),
    ("“双减”「双减」『双减』", "\"双减\"\"双减\"\"双减\""),
    ("‘双减’—〇○·", "‘双减’—〇○·"),
    ("新建校舍 3400平方米", "新建校舍3400平方米"),
    ("10 月 29日 — 11月", "10月29日—11月"),
    ("  work \t report\n2011 ", "work report 2011"),
    ("控辍\u{200B}保\u{FEFF}学\u{AD}", "控辍保学"),
    ("a \u{200B} b", "a b"),
    ("薴", "苎"),
    ("e´", "é"),
    ("e\u{301}", "é"),
    ("Straße", "strasse"),
    ("İ", "i\u{307}"),
    ("가", "가"),
    ("ᄀ\u{1161}\u{11A8}", "각"),
    ("a\u{301}\u{323}", "\u{1EA1}\u{301}"),
    ("3㎡", "3m2"),
    ("50½", "501⁄2"),
    ("甲\u{0}乙", "甲乙"),
    ("\u{3000}\n ", ""),
    ("", ""),
    ("⼀是教育部⻔、⻘年⺠办⻓期", "一是教育部门、青年民办长期"),
    ("衞生署戸籍駅", "卫生署户籍驿"),
    ("予以欠费浜海芸香沪著么", "予以欠费浜海芸香沪著么"),
    ("买•买‧买∙买⋅买・买･买", "买·买·买·买·买·买·买"),
    ("热孜万.买买提．艾●力", "热孜万·买买提·艾·力"),
    ("热 . 买\u{200B}.\n买", "热·买·买"),
    ("一.加强 十．其他 三.五 ●重点 a.b 买.b 买..买 买.", "一.加强十.其他三.五●重点a.b买.b买..买买."),
    ("买.㍻.买", "买·平成·买"),
  ])
  func `a text is folded`(original: String, folded: String) {
    #expect(Array(FoldedText(original).string.unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test(arguments: [
    ("落實⟦控輟 保學⟧責任", "控辍保学"),
    ("实施⟦㎡⟧", "2"),
    ("⟦新建\u{200B}校舍\n３⟧４００", "新建校舍3"),
    ("caf⟦e\u{301}⟧", "é"),
    ("a⟦ b⟧", " b"),
    ("⟦哈哈⟧哈", "哈哈"),
    ("⟦𠮷田⟧同志", "𠮷田"),
    ("老师⟦热孜万．买买提⟧获奖", "热孜万·买买提"),
    ("学童⟦衞⽣⟧意识", "卫生"),
  ])
  func `a match maps to its range in the original`(marked: String, literal: String) {
    let original = marked.filter { !"⟦⟧".contains($0) }
    // The searched string is in folded form. Folding would drop a space at its start, so its range
    // is given directly.
    let found =
      literal == " b"
      ? FoldedText(original).originalUTF8Range(ofCharacters: 1..<3)
      : FoldedText(original).originalUTF8Range(
        ofCharacters: FoldedText(original).occurrences(of: FoldedText(literal))[0])
    let bytes = Array(original.utf8)
    let shown =
      String(decoding: bytes[..<found.lowerBound], as: UTF8.self) + "⟦"
      + String(decoding: bytes[found], as: UTF8.self) + "⟧"
      + String(decoding: bytes[found.upperBound...], as: UTF8.self)
    #expect(Array(shown.unicodeScalars) == Array(marked.unicodeScalars))
  }

  @Test func `invalid UTF-8 is replaced as by String`() {
    let bytes: [UInt8] = [
      0x41, 0xE6, 0x8E, 0x41, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x41, 0xFF, 0xC0, 0xF4,
    ]
    let folded = bytes.withUnsafeBufferPointer { FoldedText(utf8: $0) }
    #expect(folded.string == FoldedText(String(decoding: bytes, as: UTF8.self)).string)
    #expect(
      folded.string.unicodeScalars.count
        == String(decoding: bytes, as: UTF8.self).unicodeScalars.count)
  }
}
