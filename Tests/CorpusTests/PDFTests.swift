import Foundation
import TestSupport
import Testing

@testable import Corpus

struct PageLayoutReaderTests {
  private func pages(_ layout: String) -> [PageLayout]? {
    PageLayoutReader.pages(of: Array(layout.utf8))
  }

  private static let word =
    #"<line xMin="1" yMin="2" xMax="31" yMax="12"><word xMin="1" yMin="2" xMax="31" yMax="12">"#

  @Test func `pages, lines and words are read with their boxes`() throws {
    let pages = try #require(
      self.pages(
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://example.org/x.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>题</title></head><body><doc>
        <page width="595.3" height="841.9"><flow><block xMin="1">\(Self.word) A&amp;B&lt;学</word>
        </line></block></flow></page><page width="1" height="1"></page></doc></body></html>
        """))
    #expect(pages.map(\.number) == [1, 2])
    #expect(pages[0].width == 595.3 && pages[0].height == 841.9)
    let word = PageWord(text: "A&B<学", box: PageBox(left: 1, top: 2, right: 31, bottom: 12))
    #expect(pages[0].pieces.map(\.words) == [[word]])
  }

  @Test func `characters that XML forbids and bytes that are no UTF-8 do not break a page`() throws
  {
    let start = "<html><head><title>þÿ\u{1}\u{0}\u{8}</title></head><body><doc><page>" + Self.word
    let end = "</word></line></page></doc></body></html>"
    let layout =
      Array(start.utf8) + Array("控\u{2}辍\u{FFFF}".utf8) + [0xED, 0xA0, 0x80, 0xFF]
      + Array("学".utf8) + Array(end.utf8)
    let pages = try #require(PageLayoutReader.pages(of: layout))
    let text = pages[0].pieces[0].words[0].text
    #expect(text.hasPrefix("控 辍\u{FFFD}") && text.hasSuffix("学"))
  }

  @Test(arguments: [
    "", "no layout", "<html><body><doc><page width=\"1\" height=\"1\"></page>",
    "<html><!DOCTYPE a [<!ENTITY b \"c\">]>&b;", "<html><body></body></html>",
  ])
  func `what is no whole layout is refused`(layout: String) { #expect(pages(layout) == nil) }

  @Test func `numbers that no page has are zero`() throws {
    let pages = try #require(
      self.pages("<html><doc><page width=\"nan\" height=\"1e300\"></page></doc></html>"))
    #expect(pages[0].width == 0 && pages[0].height == 0)
  }
}

struct LineTextTests {
  private func text(_ words: [(String, gap: Double)]) -> String {
    var left = 0.0
    return LineText.text(
      of: LinePiece(
        words.map { text, gap in
          let width = text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 10.0 : 5) }
          defer { left += width }
          left += gap
          return PageWord(
            text: text, box: PageBox(left: left, top: 0, right: left + width, bottom: 12))
        })!)
  }

  @Test func `only a gap as wide as a character is a space beside Chinese`() {
    #expect(text([("截至", 0), ("2024", 2.5), ("年", 2.5), ("底", 1)]) == "截至2024年底")
    #expect(text([("王", 0), ("明", 10)]) == "王 明")
    #expect(text([("第一章", 0), ("总则", 20)]) == "第一章 总则")
  }

  @Test func `Latin words are one space apart, and their parts are not`() {
    #expect(text([("GDP", 0), ("per", 3), ("capita", 30)]) == "GDP per capita")
    #expect(text([("PM", 0), ("2.5", 0.1)]) == "PM2.5")
  }

  @Test(arguments: [
    ("控辍", "保学", "控辍保学"), ("共有", "36所", "共有36所"), ("共36", "所学校", "共36所学校"),
    ("compulsory", "education", "compulsory education"), ("educa-", "tion", "education"),
    ("2011-", "2020", "2011-2020"), ("Foo-", "Bar", "Foo-Bar"), ("他说“", "OK”", "他说“OK”"),
    ("", "学", "学"),
  ])
  func `lines are joined as they were written`(upper: String, lower: String, joined: String) {
    var text = upper
    LineText.append(lower, to: &text)
    #expect(text == joined)
  }
}

struct PageNumberTests {
  @Test(arguments: [
    ("- 3 -", 3, false), ("— 12 —", 12, false), ("第3页", 3, false), ("第 3 页 共 10 页", 3, false),
    ("第三页", 3, false), ("3/10", 3, false), ("Page 3 of 10", 3, false), ("·３·", 3, false),
    ("iv", 4, true), ("xii", 12, true), ("3", 3, true), ("十二", 12, true), ("- iii -", 3, false),
  ])
  func `a page number is read`(line: String, value: Int, isBare: Bool) throws {
    let number = try #require(PageNumber(line))
    #expect(number.value == value && number.isBare == isBare)
  }

  @Test(arguments: ["", "第三章", "2011年", "3.5", "1,200", "三、工作", "页", "第3页工作", "12 34 56", "mix"])
  func `other lines are none`(line: String) { #expect(PageNumber(line) == nil) }
}

struct RunningHeadTests {
  private func heads(_ layout: SampleLayout) -> [String] {
    PDFText.lines(of: layout.pages).filter { $0.chrome == .runningHead }.map(\.text)
  }

  private func pages(_ count: Int, _ margins: (inout SampleLayout, Int) -> Void) -> SampleLayout {
    var layout = SampleLayout()
    for page in 1...count {
      if page > 1 { layout.newPage() }
      margins(&layout, page)
      layout.paragraph("第\(page)段：全县中小学认真落实控辍保学责任，逐校逐人核对台账，没有一名学生失学。")
    }
    return layout
  }

  @Test func `heads, feet and page numbers are told from the text and kept`() {
    let layout = pages(4) { layout, page in
      layout.piece("青溪县教育局2023年工作汇报（第\(page)部分）", left: 150, top: 40)
      layout.piece("—|\(page)|—", left: 240, top: 660)
    }
    #expect(heads(layout).count == 8)
    #expect(heads(layout).prefix(2) == ["青溪县教育局2023年工作汇报（第1部分）", "—1—"])
    #expect(layout.text.count == 4)
  }

  @Test func `a bare number must count with the pages`() {
    let counted = pages(2) { $0.piece("\($1 + 6)", left: 240, top: 660) }
    #expect(heads(counted) == ["7", "8"])
    let others = pages(2) { $0.piece("\($1 * 40)", left: 240, top: 660) }
    #expect(heads(others).isEmpty)
  }

  @Test func `what is said again below the margin, and a number above text, are no heads`() {
    var layout = pages(3) { layout, page in
      layout.line("青溪县第\(page)小学情况")
    }
    layout.piece("3", left: 240, top: 640)
    layout.piece("全县共有小学36所，在校学生12000人。", left: 100, top: 660)
    #expect(heads(layout).isEmpty)
  }
}

struct ParagraphJoinerTests {
  private static let sentences = [
    "我县坚持把控辍保学作为教育工作的头等大事，建立县长、局长、校长、师长、家长五级责任体系，层层签订责任书。",
    "全年共劝返疑似失学儿童三十六名，九年义务教育巩固率达到百分之九十九点八，比上年提高零点三个百分点，居全市第一。",
    "各学校逐人建立台账。", "对特殊儿童少年，采取随班就读、送教上门等方式，确保一个都不能少。",
  ]

  @Test func `indented paragraphs are found, over the ends of pages`() {
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

  @Test func `titles stay apart, and a title that fills the line goes on`() {
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
  func `a word that would have fitted tells the end of a paragraph, one that would not does not`() {
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

  @Test func `the entries of a table of contents are lines of their own`() {
    var layout = SampleLayout()
    for (entry, page) in [("一、总体情况", 1), ("二、主要工作", 3), ("三、存在问题", 5)] {
      layout.line(entry + String(repeating: ".", count: 59 - entry.count * 2) + "\(page)")
    }
    layout.paragraph(Self.sentences[0])
    #expect(layout.text.count == 4)
  }
}

struct ReadingOrderTests {
  @Test func `cells that stand below each other are a table`() {
    var layout = SampleLayout()
    layout.paragraph("全县各学校情况如下：")
    layout.row([("学校", 0), ("学生", 10), ("教师", 20)])
    layout.row([("青溪一小", 0), ("1200", 10), ("86", 20)])
    layout.row([("柳湾小学", 0), ("340", 10), ("27", 20)])
    layout.row([("合计", 0), ("1540", 10), ("113", 20)])
    layout.paragraph("以上为年底数。")
    let lines = PDFText.lines(of: layout.pages)
    #expect(
      lines.map(\.text) == [
        "全县各学校情况如下：", "学校\t学生\t教师", "青溪一小\t1200\t86", "柳湾小学\t340\t27", "合计\t1540\t113",
        "以上为年底数。",
      ])
    #expect(lines.map { $0.role == .row } == [false, true, true, true, true, false])
  }

  @Test func `a cell that is nearly full is told from its neighbour`() {
    var layout = SampleLayout()
    for row in 0..<4 {
      let top = 100 + Double(row) * 20
      if row == 2 {
        // One piece, as the gap is narrow: half a character.
        let words = [("落实控辍保学台账核对学生名单", 130.0), ("教育股", 275.0)].map { text, left in
          PageWord(
            text: text,
            box: PageBox(
              left: left, top: top, right: left + Double(text.count) * 10, bottom: top + 12))
        }
        layout.piece("3", left: 100, top: top)
        layout.add(LinePiece(words)!)
      } else {
        layout.piece("\(row + 1)", left: 100, top: top)
        layout.piece("排查校舍", left: 130, top: top)
        layout.piece("项目办", left: 275, top: top)
      }
    }
    #expect(layout.text[2] == "3\t落实控辍保学台账核对学生名单\t教育股")
  }

  /// Draws rows of cells, each of lines 13 points apart around the middle of its row.
  private func table(_ rows: [[[String]]], gap: Double) -> [String] {
    var layout = SampleLayout()
    var top = 100.0
    for row in rows {
      let height = Double(row.map(\.count).max()!) * 13
      for (cell, left) in zip(row, [0.0, 4, 20]) {
        var line = top + (height - Double(cell.count) * 13) / 2
        for text in cell {
          layout.piece(text, left: 100 + left * 10, top: line)
          line += 13
        }
      }
      top += height + gap
    }
    return layout.text
  }

  @Test func `a cell of several lines is one text`() {
    let rows = [
      [["号"], ["任务"], ["单位"]],
      [["1"], ["建立控辍保学台账，逐校逐人核", "对学生名单，按月报送。"], ["教育股"]],
      [["2"], ["排查校舍。"], ["项目办"]],
      [["3"], ["组织全县小学教师参加信息技术", "培训，覆盖全部乡镇中心学校和", "教学点。"], ["教师股、信息", "中心"]],
      [["4"], ["检查食堂。"], ["安全股"]],
    ]
    let whole = [
      "号\t任务\t单位",
      "1\t建立控辍保学台账，逐校逐人核对学生名单，按月报送。\t教育股", "2\t排查校舍。\t项目办",
      "3\t组织全县小学教师参加信息技术培训，覆盖全部乡镇中心学校和教学点。\t教师股、信息中心", "4\t检查食堂。\t安全股",
    ]
    #expect(table(rows, gap: 8) == whole)
    #expect(table(rows, gap: 0) == whole, "the numbers stand beside the middles of their cells")
  }

  @Test func `rows of one line are not put together, whatever the gaps`() {
    let rows = (1...6).map { [["\($0)"], ["青溪第\($0)小学"], ["\($0 * 100)"]] }
    #expect(table(rows, gap: 3).count == 6)
    #expect(table(rows, gap: 20).count == 6)
  }

  @Test func `running text in two columns is not read across`() {
    let columns = ["左栏的文字讲的是控辍保学工作的进展情况。", "右栏的文字讲的是校舍安全工程的建设情况。"].map {
      String(repeating: $0, count: 4)
    }
    for shift in [0.0, 7] {
      var layout = SampleLayout()
      layout.centered("青溪教育简报", size: 16)
      for (column, text) in columns.enumerated() {
        for line in 0..<6 {
          let start = text.index(text.startIndex, offsetBy: line * 14)
          layout.piece(
            String(text[start...].prefix(14)), left: 100 + Double(column) * 150,
            top: 140 + Double(line) * 20 + Double(column) * shift)
        }
      }
      #expect(layout.text == ["青溪教育简报"] + columns.map { String($0.prefix(80)) }, "\(shift)")
    }
  }

  @Test func `a title with wide spaces is one line, and a bullet belongs to its text`() {
    var layout = SampleLayout()
    layout.row([("工", 10), ("作", 13), ("总", 16), ("结", 19)])
    layout.row([("•", 0), ("控辍保学", 2)])
    layout.row([("•", 0), ("校舍安全", 2)])
    layout.row([("•", 0), ("教师培训", 2)])
    #expect(layout.text == ["工 作 总 结", "• 控辍保学", "• 校舍安全", "• 教师培训"])
  }
}

struct PDFTextLaws {
  /// Pieces anywhere, on top of each other, at the edges, without a size.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `no character is lost or doubled`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("控辍保学，。“（12%A•一、.".unicodeScalars)
    var layout = SampleLayout()
    for page in 1...Int.random(in: 1...4, using: &random) {
      if page > 1 { layout.newPage() }
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let size = [0.0, 8, 10, 10, 10, 16].randomElement(using: &random)!
        layout.piece(
          random.string(of: alphabet, length: 1...40),
          left: Double(Int.random(in: -2...48, using: &random)) * 10,
          top: Double(Int.random(in: -5...140, using: &random)) * 5, size: size)
      }
    }
    let lines = PDFText.lines(of: layout.pages)
    #expect(
      characters(lines.map(\.text))
        == characters(layout.pages.flatMap { $0.pieces.flatMap { $0.words.map(\.text) } }))
    #expect(lines.map(\.number) == Array(1..<lines.count + 1))
  }

  private func characters(_ texts: [String]) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for text in texts {
      for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
        counts[scalar, default: 0] += 1
      }
    }
    return counts
  }
}

private let hasPDFToText = ExternalProgram("pdftotext") != nil

@Suite(.enabled(if: hasPDFToText, "pdftotext (poppler-utils) is not installed"))
struct PDFReaderTests {
  private func read(
    _ bytes: [UInt8], limits: ConversionLimits = ConversionLimits(),
    programs: [String] = ExternalProgram.folders
  ) throws -> SourceDocument {
    try bytes.withUnsafeBytes { bytes throws(ReadingError.Kind) in
      try PDFReader.document(of: bytes, limits: limits, programs: programs)
    }
  }

  private static let report = SamplePDF(pages: [
    [
      .init(text: "青溪县教育局工作总结", x: 200, y: 700, size: 18),
      .init(text: "我县坚持把控辍保学作为教育工作的头等大事，逐校逐人建立", x: 124, y: 650),
      .init(text: "台账。", x: 100, y: 630), .init(text: "- 1 -", x: 280, y: 40),
    ],
    [
      .init(text: "全年劝返学生三十六名。", x: 124, y: 700), .init(text: "- 2 -", x: 280, y: 40),
    ],
  ])

  @Test func `a document is read with its pages`() throws {
    let document = try read(Self.report.bytes)
    #expect(
      document.lines.map(\.text) == [
        "青溪县教育局工作总结", "我县坚持把控辍保学作为教育工作的头等大事，逐校逐人建立台账。", "- 1 -", "全年劝返学生三十六名。", "- 2 -",
      ])
    #expect(document.lines.map(\.page) == [1, 1, 1, 2, 2])
    #expect(document.lines.map { $0.chrome != nil } == [false, false, true, false, true])
  }

  @Test func `pictures, passwords and damage are told`() {
    #expect(throws: ReadingError.Kind.withoutText(pageCount: 3)) {
      try read(SamplePDF(pages: [[], [.init(text: "- 2 -", x: 280, y: 40)], []]).bytes)
    }
    var locked = Self.report
    locked.isEncrypted = true
    #expect(throws: ReadingError.Kind.encrypted) { try read(locked.bytes) }
    for count in [8, 300] {
      #expect(throws: ReadingError.Kind.programFailed("pdftotext")) {
        try read(Array(Self.report.bytes.prefix(count)))
      }
    }
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 100)) {
      try read(Self.report.bytes, limits: ConversionLimits(outputByteCount: 100))
    }
  }

  @Test func `without the program its name is told`() {
    #expect(throws: ReadingError.Kind.needsProgram(["pdftotext (poppler-utils)"])) {
      try read(Self.report.bytes, programs: ["/nowhere"])
    }
  }

  @Test func `documents are read on several threads at once`() async throws {
    let expected = try read(Self.report.bytes)
    try await withThrowingTaskGroup(of: SourceDocument.self) { group in
      for _ in 1...16 { group.addTask { try read(Self.report.bytes) } }
      for try await document in group { #expect(document == expected) }
    }
  }
}
