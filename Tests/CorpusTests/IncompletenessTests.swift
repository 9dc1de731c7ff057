import TestSupport
import Testing

@testable import Corpus

/// Text that cannot be read is reported with its place; pictures, styles and blank pages are not.
struct IncompletenessTests {
  private func read(_ bytes: [UInt8], _ name: String, lossy: Bool = false) throws -> Source {
    var options = SourceReader.Options()
    options.replacesUndecodable = lossy
    return try bytes.withUnsafeBytes { bytes throws(ReadingError) in
      try SourceReader(options: options).read(bytes, path: name)
    }
  }

  private static let report =
    "青溪县教育局2011年工作总结\n"
    + String(repeating: "全县坚持控辍保学，逐校逐人建立台账。\n", count: 20)

  @Test func `up to one byte in a hundred that cannot be decoded is reported`() throws {
    let text = Array(Self.report.utf8)
    #expect(try read(text, "甲.txt").incompleteness.isEmpty)
    let damaged = Array(text[..<38]) + [0xFF] + text[38...]
    let source = try read(damaged, "甲.txt")
    #expect(
      source.incompleteness == [Incompleteness(.undecodedBytes, byteOffset: 38, count: 1)])
    #expect(source.reports[0].paragraphs[1].text.hasPrefix("\u{FFFD}全县坚持"))
    // A character that the end of the file cuts off.
    #expect(try read(text.dropLast(2), "甲.txt").incompleteness.map(\.count) == [2])
    let torn = text + [UInt8](repeating: 0xFF, count: text.count / 100 + 1)
    #expect(throws: ReadingError.self) { try read(torn, "甲.txt") }
    #expect(try read(torn, "甲.txt", lossy: true).incompleteness.map(\.kind) == [.undecodedBytes])
  }

  @Test func `bytes of UTF-16 that cannot be decoded are reported`() throws {
    let units = Self.report.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let source = try read([0xFF, 0xFE] + units + [0x00, 0xDC, 0x41, 0x00], "甲.txt")
    #expect(source.encoding == .utf16LittleEndian)
    #expect(source.incompleteness.map(\.byteOffset) == [units.count + 2])
  }

  @Test func `imported and embedded text of Word documents is reported`() throws {
    let paragraph = "<w:p><w:r><w:t>全县坚持控辍保学，逐校逐人建立台账。</w:t></w:r></w:p>"
    func object(_ program: String, _ identifier: String) -> String {
      "<w:p><w:r><w:object><v:shape/><o:OLEObject Type=\"Embed\" ProgID=\"\(program)\" "
        + "r:id=\"\(identifier)\"/></w:object></w:r></w:p>"
    }
    var file = WordFile(
      paragraph + "<w:altChunk r:id=\"r2\"/>" + object("Word.Document.12", "r3")
        + object("Equation.DSMT4", "r4") + "<w:subDoc r:id=\"r9\"/>")
    file.others = [("aFChunk", "<p>附件</p>"), ("package", ""), ("oleObject", "")]
    #expect(
      try read(file.bytes, "甲.docx").incompleteness == [
        Incompleteness(.importedText, part: "parts/2.xml"),
        Incompleteness(.embeddedDocument, part: "parts/3.xml"), Incompleteness(.frame),
      ])
    let boxes =
      "<w:p><w:r><w:pict><v:textbox><w:txbxContent>\(paragraph)</w:txbxContent>"
      + "</v:textbox></w:pict><w:drawing><pic/></w:drawing></w:r></w:p>"
    #expect(try read(WordFile(paragraph + boxes).bytes, "甲.docx").incompleteness.isEmpty)
  }

  @Test func `diagrams and frames of Word documents are reported if they have text`() throws {
    var file = WordFile("<w:p><w:r><w:t>全县坚持控辍保学，逐校逐人建立台账。</w:t></w:r></w:p>")
    file.others = [
      ("diagramData", "<d xmlns:a=\"a\"><a:t>学校</a:t></d>"),
      ("diagramData", "<d xmlns:a=\"a\"><a:t> </a:t></d>"), ("theme", "<t/>"),
      (
        "webSettings",
        WordFile.part("webSettings", "<w:frame><w:sourceFileName r:id=\"r1\"/></w:frame>")
      ),
    ]
    let reasons = try read(file.bytes, "甲.docx").incompleteness
    #expect(
      reasons == [Incompleteness(.drawingText, part: "parts/2.xml"), Incompleteness(.frame)])
  }

  @Test func `text boxes and embedded documents of workbooks are reported`() throws {
    func reasons(_ drawing: String, object program: String) throws -> [Incompleteness] {
      var workbook = WorkbookFile()
      workbook.sheets = [
        (
          "表一",
          "<row><c t=\"inlineStr\"><is><t>全县坚持控辍保学。</t></is></c></row>"
        )
      ]
      workbook.afterRows =
        "<oleObjects><oleObject progId=\"\(program)\" r:id=\"o1\"/>"
        + "<oleObject progId=\"\(program)\" r:id=\"o1\"/></oleObjects>"
      workbook.sheetRelationships = [
        ("d1", "drawing", "/xl/drawing.xml"), ("o1", "package", "/xl/embedded.docx"),
      ]
      workbook.others = ["xl/drawing.xml": "<x xmlns:a=\"a\">\(drawing)</x>"]
      return try read(workbook.bytes, "表.xlsx").incompleteness
    }
    #expect(
      try reasons("<a:t>说明</a:t>", object: "Word.Document.12") == [
        Incompleteness(.drawingText, part: "xl/drawing.xml"),
        Incompleteness(.embeddedDocument, part: "xl/embedded.docx"),
      ])
    #expect(try reasons("<a:blip/>", object: "Equation.3").isEmpty)
  }

  @Test func `frames in the text of a page are reported`() throws {
    func reasons(_ frame: String, prose: Bool = true) throws -> [Incompleteness] {
      let text = prose ? String(repeating: "<p>全县坚持控辍保学，逐校逐人建立台账。</p>", count: 20) : ""
      let page =
        "<html><body><div><h1>青溪县教育局2011年工作总结</h1>\(text)\(frame)</div>"
        + "<div class=sidebar><iframe src=side.html></iframe></div></body></html>"
      return try read(Array(page.utf8), "页.html").incompleteness
    }
    let here = Incompleteness(.frame, part: "a/content.html")
    #expect(try reasons("<iframe src='a/content.html'></iframe>") == [here])
    #expect(try reasons("<object type='text/html' data=' a/content.html '></object>") == [here])
    for frame in [
      "", "<iframe src=''></iframe>", "<iframe src='about:blank'></iframe>",
      "<iframe src=a.html width=1 height=1></iframe>", "<iframe src=a.html hidden></iframe>",
      "<iframe src=a.html style='display: none'></iframe>",
      "<iframe src='http://ads.example.com/a.html'></iframe>",
      "<object type='image/png' data='a.png'></object>", "<img src='a.png'>",
    ] {
      #expect(try reasons(frame).isEmpty, "\(frame)")
    }
    let only = "<iframe src='http://www.example.com/a.html'></iframe><iframe src=b></iframe>"
    #expect(
      try reasons(only, prose: false)
        == [Incompleteness(.frame, part: "http://www.example.com/a.html", count: 2)])
  }

  @Test func `glyphs without characters are told from ornaments`() {
    for word in ["\u{1}\u{2}", "控\u{1A}", "\u{FFFD}", "\u{E001}\u{E002}", "\n"] {
      #expect(GlyphMapping.isIncomplete(in: word), "\(word)")
    }
    for word in ["控辍保学", "\u{F06C}", "\u{E5E5}\u{E5E5}", "A-1", "\u{F0B7}控辍", "𠮷", "①"] {
      #expect(!GlyphMapping.isIncomplete(in: word), "\(word)")
    }
  }

  @Test func `images are counted by page, masks are not`() {
    let list = """
      page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
      --------------------------------------------------------------------------------------------
         2     0 image    1654  2339  gray    1   8  jpeg   no        13  0   200   200 1468K  39%
         2     1 smask     100   100  gray    1   8  image  no        14  0   200   200   10K  39%
         3     2 image      10    20  gray    1   8  jpeg   no        13  0   200   200 1468K  39%
      """
    #expect(PDFPictures.pixelCounts(inList: list) == [2: 1654 * 2339, 3: 200])
  }

  @Test func `a rendered page is blank if it has one color`() {
    let head = Array("P5\n2 2\n255\n".utf8)
    #expect(!PDFPictures.isDrawn(head + [255, 255, 255, 255]))
    #expect(PDFPictures.isDrawn(head + [255, 255, 200, 255]))
    #expect(!PDFPictures.isDrawn(head + [250, 250, 250, 250]))
  }

  @Test func `messages about lost text are told from others`() {
    let lost = "Syntax Error (12): No font in show\nSyntax Error: Unknown filter 'X'\n"
    #expect(PDFReader.faultCount(in: lost) == 2)
    #expect(PDFReader.faultCount(in: "Syntax Error: Bad annotation destination\n") == 0)
  }
}

@Suite(.enabled(if: ExternalProgram("pdftotext") != nil, "pdftotext is not installed"))
struct PDFIncompletenessTests {
  private func reasons(
    _ pages: [[SamplePDF.Line]], _ change: (inout SamplePDF) -> Void = { _ in }
  ) throws -> [Incompleteness] {
    var file = SamplePDF(pages: pages)
    change(&file)
    return try file.bytes.withUnsafeBytes { bytes throws(ReadingError.Kind) in
      try PDFReader.document(of: bytes).incompleteness
    }
  }

  private static let text: [SamplePDF.Line] = [
    .init(text: "青溪县教育局工作总结", x: 200, y: 700, size: 18),
    .init(text: "我县坚持把控辍保学作为教育工作的头等大事，逐校逐人建立", x: 124, y: 650),
    .init(text: "台账。", x: 100, y: 630),
  ]
  private static let number = [SamplePDF.Line(text: "- 2 -", x: 280, y: 40)]

  @Test func `scanned pages among others are reported`() throws {
    let scanned = try reasons([Self.text, [], Self.number, [], Self.text, []]) {
      $0.drawings = [1: SamplePDF.image, 2: SamplePDF.image, 3: "100 100 m 300 500 l S"]
    }
    #expect(scanned == [Incompleteness(.pagesWithoutText, pages: [2, 3, 4], count: 3)])
  }

  @Test func `a page of text among many scanned ones is read`() throws {
    let pages = [Self.text] + Array(repeating: [], count: 40)
    let scanned = try reasons(pages) { file in
      for page in 1...40 { file.drawings[page] = SamplePDF.image }
    }
    #expect(scanned.map(\.count) == [40])
  }

  @Test func `blank pages and pages with only a running head are complete`() throws {
    #expect(try reasons([Self.text, [], Self.number]).isEmpty)
    #expect(try reasons([Self.text]) { $0.drawings = [0: SamplePDF.image] }.isEmpty)
  }

  @Test func `lines in a font without a mapping are counted`() throws {
    let unmapped: [SamplePDF.Line] = [
      .init(text: "\u{1}\u{2}\u{3}", x: 124, y: 500), .init(text: "\u{4}", x: 400, y: 500),
      .init(text: "\u{5}\u{A}", x: 124, y: 450),
    ]
    #expect(
      try reasons([Self.text + unmapped])
        == [Incompleteness(.undecodableGlyphs, pages: [1], count: 2)])
  }
}
