import TestSupport
import Testing

@testable import Corpus

/// Returns the lines of a Word document.
private func lines(_ file: WordFile) throws -> [SourceLine] {
  try withArchive(file.bytes) { try WordReader.document(of: $0).lines }
}

/// Returns a paragraph with one run of text.
private func paragraph(_ text: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
}

struct WordTextTests {
  private func texts(_ body: String) throws -> [String] { try lines(WordFile(body)).map(\.text) }

  @Test func `paragraphs are lines and keep their numbers`() throws {
    let file = WordFile(paragraph("青溪县") + "<w:p/>" + paragraph(" 控辍 ") + paragraph("　　保学"))
    #expect(try lines(file).map(\.text) == ["青溪县", "控辍", "保学"])
    #expect(try lines(file).map(\.number) == [1, 3, 4])
  }

  @Test func `runs are joined, and spaces are kept if the document preserves them`() throws {
    let runs = """
      <w:p><w:r><w:t>控</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">辍 </w:t></w:r>
      <w:hyperlink><w:r><w:t> 保 </w:t><w:t><![CDATA[学]]></w:t></w:r></w:hyperlink></w:p>
      """
    #expect(try texts(runs) == ["控辍 保学"])
    #expect(
      try texts(#"<w:p><w:r><w:t xml:space="preserve">甲\#u{A}乙</w:t></w:r></w:p>"#) == ["甲 乙"])
  }

  @Test func `marks inside a paragraph are read`() throws {
    #expect(
      try texts("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:ptab/><w:t>丙</w:t></w:r></w:p>")
        == ["甲\t乙\t丙"])
    #expect(
      try texts(
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/><w:t>丙</w:t></w:r></w:p>")
        == ["甲", "乙", "丙"])
    #expect(
      try texts("<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>B</w:t></w:r></w:p>")
        == ["A-B"])
    let symbols = """
      <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/>
      <w:sym w:font="宋体" w:char="2610"/><w:sym w:char="zz"/><w:t>甲</w:t></w:r></w:p>
      """
    #expect(try texts(symbols) == ["☐甲"])
    let ruby = """
      <w:p><w:r><w:ruby><w:rt><w:r><w:t>chuò</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>辍</w:t></w:r>
      </w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>
      """
    #expect(try texts(ruby) == ["辍x=1"])
  }

  @Test func `deleted text is left out and inserted text kept`() throws {
    let changes = """
      <w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>
      <w:ins><w:r><w:t>插</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>
      <w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo></w:p>
      """
    #expect(try texts(changes) == ["甲插来"])
    let joined =
      paragraph("上段", "<w:rPr><w:del/></w:rPr>") + paragraph("下段")
      + paragraph("末段", "<w:rPr><w:del/></w:rPr>")
    #expect(try texts(joined) == ["上段下段", "末段"])
    let former = "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"
    #expect(try lines(WordFile(paragraph("甲", former))).map(\.role) == [.text])
  }

  @Test func `codes of fields are left out and their results kept`() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func text(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
    let code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    #expect(
      try texts("<w:p>\(mark("begin"))\(code)\(mark("separate"))\(text("3"))\(mark("end"))页</w:p>")
        == ["3"])
    let nested =
      mark("begin") + text("码") + mark("begin") + code + mark("separate") + text("内") + mark("end")
      + mark("separate") + text("果") + mark("end") + text("后")
    #expect(try texts("<w:p>\(nested)</w:p>") == ["果后"])
    #expect(
      try texts("<w:p><w:fldSimple w:instr=\"DATE\">\(text("三月"))</w:fldSimple></w:p>") == ["三月"])
    let broken =
      "<w:p>\(mark("begin"))\(code)</w:p>" + paragraph("还在") + "<w:p>\(mark("end"))</w:p>"
    #expect(try texts(broken) == ["还在"])
  }

  @Test func `hidden text is separated and marked`() throws {
    var file = WordFile(
      """
      <w:p><w:r><w:t>控辍</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r>
      <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>保</w:t></w:r>
      <w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>暗二</w:t></w:r><w:r><w:t>学</w:t></w:r></w:p>
      """ + paragraph("全暗", "<w:pStyle w:val=\"p\"/>")
        + paragraph("可见", "<w:rPr><w:vanish/></w:rPr>"))
    file.styles = """
      <w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>
      """
    #expect(try lines(file).map(\.text) == ["控辍保学", "暗文暗二", "全暗", "可见"])
    #expect(try lines(file).map(\.chrome) == [nil, .artifact, .artifact, nil])
  }

  @Test func `text boxes are read once, after the paragraph of their anchor`() throws {
    let frame = "<w:txbxContent>\(paragraph("框一"))\(paragraph("框二"))</w:txbxContent>"
    let both = """
      <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>
      <a:t>图名</a:t><wps:txbx>\(frame)</wps:txbx></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>\(frame)</v:textbox></w:pict></mc:Fallback>
      </mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>
      """ + paragraph("下段")
    #expect(try texts(both) == ["前后", "框一", "框二", "下段"])
    #expect(try lines(WordFile(both)).map(\.number) == [1, 2, 3, 4])
    let old = "<w:p><w:r><w:pict><v:textbox>\(frame)</v:textbox></w:pict></w:r></w:p>"
    #expect(try texts(old) == ["框一", "框二"])
    let art = "<w:p><w:r><w:pict><v:textpath string=\"艺术字\"/></w:pict><w:t>甲</w:t></w:r></w:p>"
    #expect(try texts(art) == ["甲", "艺术字"])
    let fallback = """
      <w:p><mc:AlternateContent><mc:Fallback><w:r><w:t>甲</w:t></w:r></mc:Fallback>
      </mc:AlternateContent></w:p>
      """
    #expect(try texts(fallback) == ["甲"])
    let inner = "<w:p><w:r><w:pict>\(frame)</w:pict><w:t>内</w:t></w:r></w:p>"
    #expect(
      try texts("<w:p><w:r><w:pict><w:txbxContent>\(inner)</w:txbxContent></w:pict></w:r></w:p>")
        == ["内", "框一", "框二"])
  }

  @Test func `content controls are read without names and placeholders`() throws {
    let control = """
      <w:sdt><w:sdtPr><w:alias w:val="名"/><w:placeholder><w:r><w:t>提示</w:t></w:r></w:placeholder>
      </w:sdtPr><w:sdtContent>\(paragraph("内容"))</w:sdtContent></w:sdt>
      """
    #expect(try texts(control) == ["内容"])
  }

  @Test func `notes follow the text, and running heads follow the notes once`() throws {
    var file = WordFile(paragraph("正文") + paragraph("重复"))
    let header = WordFile.part("hdr", paragraph("县教育局文件") + paragraph("重复"))
    let note = """
      <w:footnote w:type="separator">\(paragraph("线"))</w:footnote><w:footnote w:id="2">
      \(paragraph("脚注"))</w:footnote>
      """
    file.others = [
      ("header", header), ("header", header), ("footer", WordFile.part("ftr", paragraph("第1页"))),
      ("footnotes", WordFile.part("footnotes", note)), ("image", "不是XML"),
      ("endnotes", WordFile.part("endnotes", "<w:endnote>\(paragraph("尾注"))</w:endnote>")),
      ("comments", WordFile.part("comments", "<w:comment>\(paragraph("批注"))</w:comment>")),
    ]
    let lines = try lines(file)
    #expect(lines.map(\.text) == ["正文", "重复", "脚注", "尾注", "县教育局文件", "重复", "第1页"])
    #expect(
      lines.map { $0.chrome == .runningHead } == [false, false, false, false, true, true, true])
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.number < $1.number })
  }
}

struct WordTableTests {
  private func table(_ rows: [[String]]) -> String {
    let rows = rows.map { cells in
      "<w:tr><w:trPr/>" + cells.map { "<w:tc><w:tcPr/>\($0)</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblPr/><w:tblGrid/>\(rows.joined())</w:tbl>"
  }

  private func read(_ body: String) throws -> [String] {
    try lines(WordFile(body)).map { ($0.role == .row ? "行:" : "") + $0.text }
  }

  @Test func `a row is a line, its cells separated by tabs`() throws {
    let cell = "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>小</w:t><w:br/><w:t>校</w:t></w:r></w:p>"
    let rows = [
      [paragraph("学校"), paragraph("学生"), paragraph("备注")],
      [cell + paragraph("（南区）"), "<w:p/>", paragraph("1,200")], ["<w:p/>", "<w:p/>"],
    ]
    #expect(
      try read(paragraph("前") + table(rows) + paragraph("后"))
        == ["前", "行:学校\t学生\t备注", "行:一 小 校 （南区）\t\t1,200", "后"])
    #expect(try lines(WordFile(table(rows))).map(\.number) == [1, 4])
  }

  @Test func `merged cells are empty cells`() throws {
    let start = "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph("合")
    let rest = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    let rows = [[paragraph("甲"), start, paragraph("乙")], [paragraph("丙"), rest, paragraph("丁")]]
    #expect(try read(table(rows)) == ["行:甲\t合\t乙", "行:丙\t\t丁"])
  }

  @Test func `a layout row is read as its paragraphs`() throws {
    let long = String(repeating: "坚持控辍保学工作", count: 7)
    #expect(try read(table([[paragraph("甲") + paragraph("乙")]])) == ["甲", "乙"])
    #expect(
      try read(table([[paragraph("内容"), paragraph(long) + paragraph(long)]])) == ["内容", long, long])
    #expect(try read(table([[paragraph("内容"), paragraph(long)]])) == ["行:内容\t\(long)"])
  }

  @Test func `tables in cells lose nothing`() throws {
    var inner = table([[paragraph("底甲"), paragraph("底乙")]])
    for level in 0..<60 {
      inner = table([[paragraph("左\(level)"), inner + "<w:p/>", paragraph("右\(level)")]])
    }
    let lines = try read(inner)
    #expect(lines.count == 121 && lines[60] == "行:底甲\t底乙")
    #expect(lines.first == "左59" && lines.last == "右59")
  }

  @Test func `a column that Word numbers has its numbers`() throws {
    var file = WordFile(
      table(
        [1, 2].map {
          [
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>",
            paragraph("校\($0)"),
          ]
        }))
    file.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    #expect(try lines(file).map(\.text) == ["1.\t校1", "2.\t校2"])
  }
}

struct WordStyleTests {
  @Test func `styles mark titles, headings and tables of contents`() throws {
    var file = WordFile(
      ["t", "h1", "h2", "custom", "loop", "toc", "body", "none", nil].enumerated().map {
        index, style in
        paragraph("段\(index)", style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
      }.joined() + paragraph("自定", "<w:pStyle w:val=\"h1\"/><w:outlineLvl w:val=\"9\"/>")
        + paragraph("自定", "<w:outlineLvl w:val=\"2\"/>"))
    func style(_ identifier: String, _ name: String, _ more: String) -> String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(identifier)\"><w:name w:val=\"\(name)\"/>\(more)</w:style>"
    }
    file.styles =
      style("t", "Title", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
      + style("h1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
      + style("h2", "标题 2", "") + style("custom", "公文二级", "<w:basedOn w:val=\"h2\"/>")
      + style("loop", "圈", "<w:basedOn w:val=\"loop\"/>") + style("toc", "toc 1", "")
      + style("body", "正文二", "<w:basedOn w:val=\"h1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
    #expect(
      try lines(file).map(\.role) == [
        .title, .heading(level: 1), .heading(level: 2), .heading(level: 2), .text, .text, .text,
        .text, .text, .text, .heading(level: 3),
      ])
    #expect(try lines(file).map(\.chrome).enumerated().filter { $1 != nil }.map(\.offset) == [5])
  }

  @Test func `the default style applies if none is named`() throws {
    var file = WordFile(paragraph("甲"))
    file.styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
      """
    #expect(try lines(file).map(\.role) == [.heading(level: 2)])
  }
}

struct BrokenWordTests {
  @Test func `invalid documents are errors`() {
    func read(_ bytes: [UInt8]) throws {
      _ = try withArchive(bytes) { try WordReader.document(of: $0) }
    }
    #expect(throws: ReadingError.Kind.unparsable(.docx)) { try read(ZipFile(["a": "b"]).bytes) }
    #expect(throws: ReadingError.Kind.unparsable(.docx)) { try read(WordFile("<w:p>").bytes) }
    var file = WordFile(paragraph("好"))
    file.styles = "<w:style>"
    #expect(throws: ReadingError.Kind.unparsable(.docx)) { try read(file.bytes) }
    var encrypted = ZipFile()
    encrypted.add(Array("[Content_Types].xml".utf8), [1, 2], flags: 1)
    encrypted.add(Array("_rels/.rels".utf8), [UInt8](repeating: 1, count: 20), flags: 1)
    #expect(throws: ReadingError.Kind.encrypted) { try read(encrypted.bytes) }
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 500)) {
      try withArchive(WordFile(paragraph(String(repeating: "学", count: 500))).bytes, limit: 500) {
        try WordReader.document(of: $0)
      }
    }
    // One corrupt byte, which the checksum detects.
    var damaged = WordFile(paragraph("控辍保学")).bytes
    let place = damaged.firstRange(of: Array("控辍".utf8))!.lowerBound
    damaged[place + 2] ^= 1
    #expect(throws: ReadingError.Kind.unparsable(.docx)) { try read(damaged) }
  }

  @Test func `elements in the wrong places lose no text`() throws {
    let bodies = [
      "<w:r><w:t>甲</w:t></w:r>", "<w:tr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tr>",
      "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>",
      "<w:p><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:p>",
      "<w:p><w:tbl><w:tr><w:tc><w:r><w:t>甲</w:t></w:r></w:tc></w:tr></w:tbl></w:p>",
      "<mc:Choice><w:p><w:r><w:t>甲</w:t></w:r></w:p></mc:Choice>",
      "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:t>甲</w:t></w:r></w:p>",
    ]
    for body in bodies { #expect(try lines(WordFile(body)).map(\.text) == ["甲"], "\(body)") }
  }
}
