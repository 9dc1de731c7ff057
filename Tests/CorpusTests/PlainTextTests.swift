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
