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

  @Test func `characters that XML forbids and invalid UTF-8 do not break a page`() throws {
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
  func `an incomplete layout is refused`(layout: String) { #expect(pages(layout) == nil) }

  @Test func `impossible page sizes are read as zero`() throws {
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

  @Test func `next to Chinese only a gap as wide as a character is a space`() {
    #expect(text([("截至", 0), ("2024", 2.5), ("年", 2.5), ("底", 1)]) == "截至2024年底")
    #expect(text([("王", 0), ("明", 10)]) == "王 明")
    #expect(text([("第一章", 0), ("总则", 20)]) == "第一章 总则")
  }

  @Test func `Latin words are one space apart, and parts of words are joined`() {
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
  func `other lines are not page numbers`(line: String) { #expect(PageNumber(line) == nil) }
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

  @Test func `heads, feet and page numbers are separated from the text and kept`() {
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

  @Test func `repeated text below the margin and a number above text are not heads`() {
    var layout = pages(3) { layout, page in
      layout.line("青溪县第\(page)小学情况")
    }
    layout.piece("3", left: 240, top: 640)
    layout.piece("全县共有小学36所，在校学生12000人。", left: 100, top: 660)
    #expect(heads(layout).isEmpty)
  }
}
