import Testing

@testable import Corpus

struct ParagraphJoinerTests {
  private static let sentences = [
    "我县坚持把控辍保学作为教育工作的头等大事，建立县长、局长、校长、师长、家长五级责任体系，层层签订责任书。",
    "全年共劝返疑似失学儿童三十六名，九年义务教育巩固率达到百分之九十九点八，比上年提高零点三个百分点，居全市第一。",
    "各学校逐人建立台账。", "对特殊儿童少年，采取随班就读、送教上门等方式，确保一个都不能少。",
  ]

  @Test func `indented paragraphs are found across page ends`() {
    var layout = SampleLayout()
    for sentence in Self.sentences { layout.paragraph(sentence) }
    layout.line("县教育局组织了三次专项督查，发现问题三十二个，已经全部", indent: 2)
    layout.piece("- 1 -", left: 240, top: 660)
    layout.newPage()
    layout.line("整改到位。")
    layout.paragraph(Self.sentences[0])
    layout.piece("- 2 -", left: 240, top: 660)
    #expect(
      layout.text
        == Self.sentences + ["县教育局组织了三次专项督查，发现问题三十二个，已经全部整改到位。", Self.sentences[0]])
    let lines = PDFText.lines(of: layout.pages)
    #expect(lines.map(\.number) == Array(1...lines.count))
    #expect(lines.map(\.page) == [1, 1, 1, 1, 1, 1, 2, 2])
  }

  @Test func `paragraphs without an indent end with their last lines and above wide gaps`() {
    var layout = SampleLayout()
    for sentence in Self.sentences { layout.paragraph(sentence, indent: 0) }
    #expect(layout.text == Self.sentences)

    layout = SampleLayout()
    let full = String(repeating: "学", count: 59) + "。"
    for _ in 1...3 {
      layout.line(String(full.prefix(30)))
      layout.line(String(full.suffix(30)), gap: SampleLayout.pitch * 1.5)
    }
    #expect(layout.text == [full, full, full])
  }

  @Test func `titles stay separate, and a title that fills its line continues`() {
    var layout = SampleLayout()
    layout.centered("青溪县教育局", size: 16)
    layout.centered("2023年工作总结", size: 16)
    layout.centered("——在全县教育系统第一届第三次教职工代表大会暨年度工作会议上的")
    layout.centered("讲话")
    layout.line("各位代表：", indent: 2)
    for sentence in Self.sentences { layout.paragraph(sentence) }
    #expect(
      layout.text.prefix(4) == [
        "青溪县教育局", "2023年工作总结", "——在全县教育系统第一届第三次教职工代表大会暨年度工作会议上的讲话", "各位代表：",
      ])
    #expect(layout.text.dropFirst(4) == Self.sentences[...])
  }

  @Test func `headings, hanging indents, blocks and signatures keep their lines`() {
    var layout = SampleLayout()
    layout.paragraph("一、主要工作")
    layout.paragraph(Self.sentences[0])
    layout.paragraph("1．" + Self.sentences[1], indent: 2, hang: 4)
    layout.paragraph("2．" + Self.sentences[0], indent: 2, hang: 4)
    layout.paragraph(Self.sentences[3])
    layout.line("青溪县教育局", indent: 24)
    layout.line("2023年12月20日", indent: 23.5)
    #expect(
      layout.text == [
        "一、主要工作", Self.sentences[0], "1．" + Self.sentences[1], "2．" + Self.sentences[0],
        Self.sentences[3], "青溪县教育局", "2023年12月20日",
      ])
  }

  @Test
  func `a line ends a paragraph if the next word would have fitted on it`() {
    var layout = SampleLayout()
    layout.paragraph(Self.sentences[0])
    layout.line("我县控辍保学工作的经验在全省教育工作会议上得到推广，", indent: 2)
    layout.line("“十四五”规划的目标提前完成。")
    layout.line("全县义务教育巩固率按照省教育厅的统一口径计算达到", indent: 2)
    layout.line("99.83%，再创新高。")
    for sentence in Self.sentences { layout.paragraph(sentence) }
    #expect(layout.text[1] == "我县控辍保学工作的经验在全省教育工作会议上得到推广，“十四五”规划的目标提前完成。")
    #expect(layout.text[2] == "全县义务教育巩固率按照省教育厅的统一口径计算达到99.83%，再创新高。")
  }

  @Test func `each entry of a table of contents is a separate line`() {
    var layout = SampleLayout()
    for (entry, page) in [("一、总体情况", 1), ("二、主要工作", 3), ("三、存在问题", 5)] {
      layout.line(entry + String(repeating: ".", count: 59 - entry.count * 2) + "\(page)")
    }
    layout.paragraph(Self.sentences[0])
    #expect(layout.text.count == 4)
  }
}
