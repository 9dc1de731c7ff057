import Testing

@testable import Corpus

struct PlainTextReaderTests {
  @Test func `lines end in all the ways that files have, and keep their numbers`() {
    let text = "甲\n乙\r\n丙\r\u{3000}\u{3000}丁 \u{A0}\n\n\u{FEFF}戊\u{2028}己\u{85}庚\u{C}辛"
    let lines = PlainTextReader.lines(of: text)
    #expect(lines.map(\.text) == ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 6, 7, 8, 9])
  }

  @Test func `white space inside a line is kept, and blank lines are dropped`() {
    #expect(PlainTextReader.lines(of: "a \u{3000} b").map(\.text) == ["a \u{3000} b"])
    #expect(PlainTextReader.lines(of: "").isEmpty)
    #expect(PlainTextReader.lines(of: " \u{3000}\n\t").isEmpty)
  }
}

struct HardWrappingTests {
  private static let wrapped = """
    　　全县教育系统把控辍保学作为头等大事，局机关干部包乡、乡镇干部包村、校长
    包片、教师包户，层层签订责任书。春季开学以来共排查适龄儿童1932人，劝返37
    人，小学入学率达到99.8%，初中入学率达到98.6%，两项指标均好于年初确定的目
    标。
    　　一、主要做法
    　　一是摸清底数。各校建立了到校花名册和家访记录，每周核对一次，做到乡不漏
    村、村不漏户、户不漏人；二是落实责任，对外出务工家庭的子女逐一联系，由班主
    任每月至少通一次电话；三是解决困难，为贫困家庭的326名学生减免了寄宿费用。

    　　二、下一步打算
    """

  @Test func `lines that were broken at a width are joined`() {
    let lines = HardWrapping.joined(PlainTextReader.lines(of: Self.wrapped))
    #expect(lines.map(\.number) == [1, 5, 6, 10])
    #expect(lines[0].text.contains("校长包片") && lines[0].text.contains("37人，"))
    #expect(lines[0].text.hasSuffix("年初确定的目标。"))
    #expect(lines[1].text == "一、主要做法" && lines[2].text.hasSuffix("寄宿费用。"))
  }

  @Test func `joined lines of Latin words have a space between the words`() {
    let text = (1...8).map { _ in "the schools of the county report in plain English words here" }
    let lines = HardWrapping.joined(PlainTextReader.lines(of: text.joined(separator: "\n")))
    #expect(lines.count == 1 && lines[0].text.contains("here the schools"))
  }

  @Test(arguments: [
    Self.wrapped + "\n　　" + String(repeating: "长", count: 90),
    (1...30).map { "　　（\($0)）某某小学在校学生\($0 * 37)人，教师\($0 * 3)人。" }.joined(separator: "\n"),
    (1...30).map { "第\($0)名　某某某某某某某某某某某某某某某某某某某\n" }.joined(separator: "\n"),
    "一、甲\n二、乙\n三、丙\n四、丁\n五、戊\n六、己", "",
  ])
  func `other lines are left alone`(text: String) {
    let lines = PlainTextReader.lines(of: text)
    #expect(HardWrapping.joined(lines) == lines)
  }
}

struct CharacterWrappingTests {
  private static let paragraphs = [
    "2016年，青岩县教育局坚持立德树人，新建教学楼8栋、学生食堂12个，落实资金9552万元，全县小学入学率达到99.8%，初中巩固率达到98.65%，控辍保学工作受到省教育厅表扬。",
    "一是摸清底数。各校建立1至9年级学生花名册，每周核对1次，共核对学生32641人；二是落实责任，局机关45名干部包乡，126名校长包片，1890名教师包户；三是解决困难，为贫困家庭的326名学生减免费用41.2万元。",
    "二、下一步打算",
    "继续抓好2017年控辍保学工作，完善QQ群、微信群联系制度，确保适龄儿童一个都不少，力争义务教育巩固率达到99%以上，为全县脱贫攻坚作出贡献。",
  ]

  /// Returns the paragraphs wrapped after `width` characters.
  private static func wrapped(
    at width: Int, indent: String, between: String = "\n"
  ) -> String {
    paragraphs.map { paragraph in
      let text = Array(indent + paragraph)
      return stride(from: 0, to: text.count, by: width)
        .map { String(text[$0..<min($0 + width, text.count)]) }.joined(separator: "\n")
    }.joined(separator: between)
  }

  @Test(arguments: [
    wrapped(at: 30, indent: "　　"), wrapped(at: 36, indent: "    "),
    wrapped(at: 25, indent: "　　", between: "\n\n"), wrapped(at: 38, indent: "", between: "\n\n"),
    wrapped(at: 33, indent: ""), wrapped(at: 40, indent: "\u{3000}\u{3000}"),
  ])
  func `lines that were broken after so many characters are joined`(text: String) {
    let lines = HardWrapping.joined(PlainTextReader.lines(of: text))
    #expect(lines.map(\.text) == Self.paragraphs)
  }

  @Test func `lines of a list with equally many characters are left alone`() {
    let text = (10...40).map { "编号2018\($0)　青岩县某某小学某某班某某某某同学获奖" }
    let lines = PlainTextReader.lines(of: text.joined(separator: "\n"))
    #expect(HardWrapping.joined(lines) == lines)
  }
}

struct TabRowTests {
  private func report(_ text: String, named name: String = "各校情况.txt") throws -> Report {
    let source = try Array(text.utf8).withUnsafeBytes { try SourceReader().read($0, path: name) }
    return try #require(source.reports.first)
  }

  @Test func `a row of cells between tabs is neither a title nor a heading`() throws {
    let report = try report(
      "学校\t年度\t材料\n青岩中学\t2018\t教育教学工作总结\n白水小学\t2019\t控辍保学工作方案\n")
    #expect(report.title == "各校情况" && !report.head.isTitled)
    #expect(report.paragraphs.map(\.kind) == [.table, .table, .table])
  }

  @Test func `a title above rows stays the title`() throws {
    let report = try report("青岩县2018年教育工作总结\n\n青岩中学\t工作总结\n白水小学\t工作总结\n")
    #expect(report.title == "青岩县2018年教育工作总结")
    #expect(report.paragraphs.map(\.kind) == [.title, .table, .table])
  }

  @Test func `numbered items whose text follows a tab are no rows`() throws {
    let report = try report("青岩县教育局工作要点\n1.\t抓好控辍保学工作\n2.\t抓好营养改善计划\n")
    #expect(report.paragraphs.map(\.kind) == [.title, .list, .list])
  }

  @Test func `rows as long as each other are not joined`() throws {
    let rows = (1...9).map { "第\($0)小学\t学生320人，教师25人。\t校舍3栋，实验室2间，图书1万册，操场1个" }
    #expect(try report(rows.joined(separator: "\n")).paragraphs.count == 9)
  }
}

struct EndOfFileMarkTests {
  @Test(arguments: ["\u{1A}", "\r\n\u{1A}", "\n\u{1A}\u{1A}\u{1A}\n", "\u{1A}\0\0"])
  func `control-Z at the end is no paragraph`(ending: String) throws {
    let text = "青岩县教育局工作总结\n抓好控辍保学。" + ending
    let source = try Array(text.utf8).withUnsafeBytes { try SourceReader().read($0, path: "a.txt") }
    #expect(source.reports[0].paragraphs.map(\.text) == ["青岩县教育局工作总结", "抓好控辍保学。"])
  }
}

struct CharacterReferencesTests {
  @Test(
    arguments: [
      ("控辍&nbsp;保学", "控辍\u{A0}保学"), ("&ldquo;双减&rdquo;表示", "“双减”表示"),
      ("&#25511;&#x8F8D;&#X4FDD;学", "控辍保学"), ("&amp;ldquo;双减&amp;#8221;", "“双减”"),
      ("&yen;300&mdash;&mdash;&hellip;&middot;", "¥300——…·"), ("&#147;甲&#148;&#151;", "“甲”—"),
      ("甲&amp;乙 &lt;2018&gt;", "甲&乙 <2018>"), ("&#131083;", "𠀋"), ("（&nbsp;）", "（\u{A0}）"),
      ("AT&T;R&D，?a=1&copy=2&lang;x", "AT&T;R&D，?a=1&copy=2〈x"),
    ])
  func `references in text are decoded`(text: String, wanted: String) {
    // libxml2 uses the old code point of `&lang;`.
    let decoded = CharacterReferences.decoded(text).replacing("\u{2329}", with: "〈")
    #expect(decoded == wanted)
  }

  @Test(arguments: [
    "空格写作“&nbsp;”", "用 &lt; 表示小于号", "用&gt;表示大于号", "大于号（&gt;）", "HTML 的空格是 &nbsp; 和 &emsp;",
    "转义以后是 &ldquo;甲", "`&amp;`", "&#10;甲&#0;&#x1F;&#8232;&#1114112;", "&不是;&;&#;&#x;&nosuch;", "&",
    "&nbsp", "甲&nbsp", "HTML 的字符实体：\n空格 “&nbsp;”，引号 “&ldquo;”，\n小于号 &lt; 即此",
  ])
  func `references that are mentioned and other text stay`(text: String) {
    #expect(CharacterReferences.decoded(text) == text)
  }

  @Test func `a mention does not keep the references of a long text`() {
    let text = "&ldquo;甲&rdquo;\n&nbsp;乙&nbsp;丙\n空格写作“&nbsp;”"
    #expect(CharacterReferences.decoded(text) == "“甲”\n\u{A0}乙\u{A0}丙\n空格写作“&nbsp;”")
  }
}

struct XMLFormatTests {
  private func format(_ text: String, named name: String = "a.xml") -> XMLFormat? {
    let read = Result {
      try Array(text.utf8).withUnsafeBytes { try SourceReader().read($0, path: name) }
    }
    guard case .failure(let error as ReadingError) = read,
      case .unreadableXML(let format) = error.kind
    else { return nil }
    return format
  }

  @Test(
    arguments: [
      ("<?xml version='1.0'?><w:wordDocument><w:t>文</w:t></w:wordDocument>", XMLFormat.word2003),
      ("\u{FEFF}<?xml?>\n<?mso-application x?>\n<Workbook xmlns='y'></Workbook>\n", .excel2003),
      ("<pkg:package><a/></pkg:package>", .flatWord), ("<office:document>文", nil),
      ("<?xml?><!-- 注 --><office:document>文</office:document>", .flatOpenDocument),
      ("<rss version='2.0'><channel>文</channel></rss>", .feed),
      ("<svg><text>文</text></svg >", .drawing),
      ("<report><title>总结</title><p>抓好控辍保学</p></report>", .other(root: "report")),
      ("<?xml?><!DOCTYPE 公文><公文>文</公文>", .other(root: "公文")), ("<?xml?>残缺", .other(root: "?")),
      ("<关于控辍保学的通知>\n各校：<br>", nil), ("<html><p>文</p></html>", nil),
      ("<?xml?><html xmlns='z'><p>文</p></html>", nil), ("<blockquote>文</blockquote>", nil),
      ("总结<a>文</a>", nil), ("<", nil), ("< a> < a>", nil),
    ])
  func `XML is refused by its name and no other text`(text: String, format: XMLFormat?) {
    #expect(self.format(text) == format)
    #expect(self.format(text, named: "a.txt") == format)
  }
}

struct RepeatedPassagesTests {
  private func lines(_ texts: [String]) -> [SourceLine] {
    texts.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
  }

  private func repeated(_ texts: [String]) -> [Int] {
    var lines = lines(texts)
    RepeatedPassages.mark(&lines)
    return lines.filter { $0.chrome == .repetition }.map(\.number)
  }

  private static let report =
    ["某县教育局工作总结", "各位代表："]
    + (1...14).map { "（\($0)）" + String(repeating: "第\($0)项工作扎实推进，", count: 12) }

  @Test func `a report that occurs three times is kept once`() {
    let page = Self.report + ["分享"] + Self.report + Self.report
    #expect(repeated(page) == Array(18...49))
  }

  @Test func `a very long line that occurs twice is kept once`() {
    let line = String(repeating: "教育工作。", count: 1200)
    #expect(repeated(["题名", line, "尾", line]) == [4])
  }

  @Test func `single paragraphs and changed passages are not repetitions`() {
    #expect(repeated(Self.report + ["乙县教育局工作总结", Self.report[5], Self.report[6]]) == [])
    let changed = Self.report.enumerated().map { $0.isMultiple(of: 5) ? $1 + "乙县" : $1 }
    #expect(repeated(Self.report + changed) == [])
    #expect(repeated([String](repeating: "各位代表！", count: 500)) == [])
  }
}

struct EscapedCharactersTests {
  @Test(
    arguments: [
      ("国务院总理<U+00A0>某某", "国务院总理\u{A0}某某"), ("<U+2022>甲<U+20BB7>", "•甲𠮷"), ("无", "无"),
      ("a<U+2028>b<U+0041>c", "a<U+2028>b<U+0041>c"), ("<U+><U+12<U+00A0>", "<U+><U+12\u{A0}"),
      ("<U+D800>", "<U+D800>"), ("尾<U+", "尾<U+"),
    ])
  func `numeric character references are decoded`(text: String, wanted: String) {
    #expect(EscapedCharacters.decoded(text) == wanted)
  }
}
