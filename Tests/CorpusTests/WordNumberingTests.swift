import TestSupport
import Testing

@testable import Corpus

struct WordNumberFormatTests {
  @Test(
    arguments: [
      (.decimal, "1", "3", "12", "101"), (.chineseCounting, "一", "三", "十二", "一○一"),
      (.chineseCountingThousand, "一", "三", "十二", "一百零一"),
      (.japaneseCounting, "一", "三", "十二", "百一"),
      (.ideographTraditional, "甲", "丙", "12", "101"), (.ideographZodiac, "子", "寅", "亥", "101"),
      (.decimalEnclosedCircle, "①", "③", "⑫", "101"),
      (.decimalEnclosedCircleChinese, "①", "③", "⑫", "101"),
      (.decimalEnclosedParen, "⑴", "⑶", "⑿", "101"),
      (.decimalEnclosedFullstop, "⒈", "⒊", "⒓", "101"),
      (.ideographEnclosedCircle, "㊀", "㊂", "12", "101"), (.decimalFullWidth, "１", "３", "１２", "１０１"),
      (.decimalZero, "01", "03", "12", "101"),
      (.numberInDash, "- 1 -", "- 3 -", "- 12 -", "- 101 -"),
      (.lowerLetter, "a", "c", "l", "wwww"), (.upperLetter, "A", "C", "L", "WWWW"),
      (.lowerRoman, "i", "iii", "xii", "ci"), (.upperRoman, "I", "III", "XII", "CI"),
      (.ideographDigital, "一", "三", "一二", "一〇一"),
      (.chineseLegalSimplified, "壹", "叁", "壹拾贰", "壹佰零壹"), (.none, "", "", "", ""),
    ] as [(WordNumberFormat, String, String, String, String)])
  func `numbers are written as Word writes them`(
    format: WordNumberFormat, one: String, three: String, twelve: String, hundredAndOne: String
  ) {
    #expect([1, 3, 12, 101].map(format.text) == [one, three, twelve, hundredAndOne])
  }

  @Test(
    arguments: [
      (10, "十"), (20, "二十"), (99, "九十九"), (100, "一百"), (110, "一百一十"), (1_010, "一千零一十"),
      (2_000, "二千"), (10_000, "一万"), (10_001, "一万零一"), (120_000, "十二万"), (0, "零"),
    ] as [(Int, String)])
  func `Chinese counting numerals have the correct zeros`(value: Int, text: String) {
    #expect(WordNumberFormat.chineseCountingThousand.text(of: value) == text)
  }

  @Test(arguments: [-1, Int(Int32.max), 5_000, 99_999])
  func `numbers that a format cannot express are written in digits`(value: Int) {
    for format in [
      WordNumberFormat.upperLetter, .upperRoman, .decimalEnclosedCircle, .ideographZodiac,
    ] {
      #expect(format.text(of: value) == "\(value)")
    }
  }
}

struct WordNumberingTests {
  /// Returns the lines of a document whose paragraphs have a list and a level each.
  private func read(
    _ paragraphs: [(list: Int, level: Int)], numbering: String, styles: String = ""
  ) throws -> [String] {
    var file = WordFile(
      paragraphs.map { list, level in
        """
        <w:p><w:pPr><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="\(list)"/></w:numPr></w:pPr>
        <w:r><w:t>文</w:t></w:r></w:p>
        """
      }.joined())
    file.numbering = numbering
    file.styles = styles
    return try withArchive(file.bytes) { try WordReader.document(of: $0).lines.map(\.text) }
  }

  private func level(_ place: Int, _ format: String, _ text: String, _ more: String = "") -> String
  {
    """
    <w:lvl w:ilvl="\(place)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)
    <w:lvlText w:val="\(text)"/><w:pPr><w:ind/></w:pPr></w:lvl>
    """
  }

  private func abstract(_ identifier: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(identifier)\">\(levels.joined())</w:abstractNum>"
  }

  private func list(_ identifier: Int, of abstract: Int, _ more: String = "") -> String {
    "<w:num w:numId=\"\(identifier)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(more)</w:num>"
  }

  @Test func `levels count, and begin again below a higher one`() throws {
    let numbering =
      abstract(
        0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3.", "<w:suff w:val=\"nothing\"/>"), level(3, "decimal", "(%4)"))
      + list(7, of: 0)
    #expect(
      try read(
        [(7, 0), (7, 1), (7, 1), (7, 2), (7, 0), (7, 1), (7, 2), (7, 2), (7, 3)],
        numbering: numbering)
        == ["一、文", "（一）文", "（二）文", "1.文", "二、文", "（一）文", "1.文", "2.文", "(1) 文"])
  }

  @Test func `a number can include higher levels, in digits for legal numbering`() throws {
    let numbering =
      abstract(
        0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2"),
        level(2, "upperLetter", "%1.%2.%3", "<w:isLgl/>"), level(3, "none", "附：")) + list(1, of: 0)
    #expect(
      try read([(1, 0), (1, 1), (1, 0), (1, 1), (1, 2), (1, 3)], numbering: numbering)
        == ["第一章 文", "一.1 文", "第二章 文", "二.1 文", "2.1.1 文", "附：文"])
    // An unused level is written with its first count, but is not counted.
    #expect(try read([(1, 2), (1, 0)], numbering: numbering) == ["1.1.1 文", "第一章 文"])
  }

  @Test func `lists of one definition continue counting unless they restart`() throws {
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
    let numbering =
      abstract(0, level(0, "decimal", "%1．")) + list(1, of: 0) + list(2, of: 0)
      + list(3, of: 0, anew)
    #expect(
      try read([(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)], numbering: numbering)
        == ["1．文", "2．文", "5．文", "6．文", "7．文"])
  }

  @Test func `a level can restart after only some higher levels, or after none`() throws {
    let numbering =
      abstract(
        0, level(0, "decimal", "%1、"), level(1, "decimal", "%2、"),
        level(2, "decimal", "%3、", "<w:lvlRestart w:val=\"0\"/>"),
        level(3, "decimal", "%4、", "<w:lvlRestart w:val=\"1\"/>")) + list(1, of: 0)
    #expect(
      try read(
        [(1, 0), (1, 1), (1, 2), (1, 3), (1, 1), (1, 2), (1, 3), (1, 0), (1, 2), (1, 3)],
        numbering: numbering
      ).map { $0.dropLast(2) } == ["1", "1", "1", "1", "2", "2", "2", "2", "3", "1"])
  }

  @Test func `a list can change a level of its definition`() throws {
    let changed = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "upperRoman", "%1)"))</w:lvlOverride>"
    let numbering = abstract(0, level(0, "decimal", "%1、")) + list(1, of: 0, changed)
    #expect(try read([(1, 0), (1, 0)], numbering: numbering) == ["I) 文", "II) 文"])
  }

  @Test func `bullets and lists that do not exist are no numbers`() throws {
    let numbering =
      abstract(0, level(0, "bullet", "\u{F0B7}"), level(1, "decimal", "\u{F0B7}%2、"))
      + list(1, of: 0)
      + list(2, of: 99)
    #expect(
      try read([(1, 0), (0, 0), (2, 0), (9, 0), (1, 40), (1, -3), (1, 1)], numbering: numbering)
        == ["文", "文", "文", "文", "文", "文", "1、文"])
  }

  @Test func `custom formats are padded with zeros`() throws {
    let custom = """
      <w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002, ..."/>
      </mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>
      <w:lvlText w:val="%1"/></w:lvl>
      """
    #expect(
      try read([(1, 0), (1, 0)], numbering: abstract(0, custom) + list(1, of: 0)) == [
        "001 文", "002 文",
      ])
  }

  @Test func `overlong numbers are omitted`() throws {
    let endless =
      abstract(0, level(0, "decimal", String(repeating: "%1", count: 99_999))) + list(1, of: 0)
    #expect(try read([(1, 0)], numbering: endless) == ["文"])
    let huge = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>
      <w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
      """
    #expect(
      try read([(1, 0), (1, 0)], numbering: huge + list(1, of: 0)) == [
        "2147483647、文", "2147483648、文",
      ])
  }

  @Test func `numbering is inherited from styles`() throws {
    var file = WordFile(
      ["h1", "h2", "h2", "h1", "based", "off"].map {
        "<w:p><w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>"
      }.joined())
    func style(_ identifier: String, _ more: String) -> String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(identifier)\">\(more)</w:style>"
    }
    let numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"
    file.styles =
      style("h1", "<w:pPr>\(numbered)<w:outlineLvl w:val=\"0\"/></w:pPr>")
      + style("h2", "<w:pPr>\(numbered)<w:outlineLvl w:val=\"1\"/></w:pPr>")
      + style("based", "<w:basedOn w:val=\"h2\"/>")
      + style(
        "off", "<w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>")
      + style("listing", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
    file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"listing\"/></w:abstractNum>"
      + abstract(
        1, level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"h1\"/>"),
        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>"))
      + list(1, of: 0) + list(2, of: 1)
    let lines = try withArchive(file.bytes) { try WordReader.document(of: $0).lines }
    #expect(lines.map(\.text) == ["一、文", "（一）文", "（二）文", "二、文", "（一）文", "文"])
    #expect(lines[1].role == .heading(level: 2))
  }

  @Test func `numbered paragraphs that are not headings are list items`() throws {
    var file = WordFile(
      "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:br w:type=\"page\"/><w:t>文</w:t></w:r></w:p>"
    )
    file.numbering = abstract(0, level(0, "decimal", "%1）")) + list(1, of: 0)
    let lines = try withArchive(file.bytes) { try WordReader.document(of: $0).lines }
    #expect(lines == [SourceLine(number: 1, text: "1）文", role: .listItem)])
  }
}
