import TestSupport
import Testing

@testable import Corpus

struct CellFormatTests {
  @Test(
    arguments: [
      (0, nil, "12", "12"), (0, nil, "12.0", "12"), (0, nil, "-3.50", "-3.5"),
      (0, nil, "0.30000000000000004", "0.3"),
      (0, nil, "1.0E+3", "1000"), (0, nil, "110101199001011000", "110101199001011000"),
      (0, nil, "1.5E-7", "1.5e-07"), (0, nil, "x", "x"), (0, nil, "1e999", "1e999"),
      (2, nil, "3.14159", "3.14159"),
      (9, nil, "0.985", "99%"), (10, nil, "0.985", "98.50%"), (164, "0.0%;-0.0%", "0.985", "98.5%"),
      (14, nil, "40607", "2011-03-05"), (22, nil, "40607.430555555555", "2011-03-05 10:20"),
      (14, nil, "1", "1900-01-01"), (14, nil, "59", "1900-02-28"), (14, nil, "60", "1900-02-29"),
      (14, nil, "61", "1900-03-01"), (14, nil, "36585", "2000-02-29"),
      (14, nil, "2958465", "9999-12-31"),
      (14, nil, "2958466", "2958466"), (14, nil, "-1", "-1"), (20, nil, "0.5", "12:00"),
      (21, nil, "0.43090277777777775", "10:20:30"), (46, nil, "1.5", "36:00"),
      (31, nil, "40607", "2011-03-05"),
      (57, nil, "40607", "2011-03-05"), (164, "yyyy\"年\"m\"月\"d\"日\"", "40607", "2011-03-05"),
      (164, "[$-804]yyyy\\-mm;@", "40607", "2011-03-05"), (164, "[h]:mm", "2", "48:00"),
      (164, "#,##0\"m\"_d", "40607", "40607"), (164, "[Red]0.00", "1.5", "1.5"),
      (164, "General", "7", "7"),
      (164, "\"y", "7", "7"), (164, "[", "7", "7"),
    ] as [(Int, String?, String, String)])
  func `numbers are formatted by their number format`(
    identifier: Int, code: String?, number: String, text: String
  ) {
    #expect(
      CellFormat(identifier: identifier, code: code).text(of: number, beginsIn1904: false) == text)
  }

  @Test func `dates can count from 1904`() {
    #expect(CellFormat.date.text(of: "0", beginsIn1904: true) == "1904-01-01")
    #expect(CellFormat.date.text(of: "39145", beginsIn1904: true) == "2011-03-05")
  }
}

struct SpreadsheetReaderTests {
  private func documents(_ file: WorkbookFile, limit: Int = 10_000_000) throws -> [SourceDocument] {
    try withArchive(file.bytes, limit: limit) { try SpreadsheetReader.documents(of: $0) }
  }

  private func cell(_ name: String, _ value: String, _ more: String = "") -> String {
    "<c r=\"\(name)\" \(more)><v>\(value)</v></c>"
  }

  @Test func `cells of all types are read, each in its column`() throws {
    var file = WorkbookFile()
    file.strings = """
      <si><t>学校</t></si><si><r><rPr/><t>控辍</t></r><r><t xml:space="preserve">保学 </t></r><rPh><t>kong</t></rPh></si>
      <si><t>甲_x000D_
      乙_xZZZZ_</t></si>
      """
    file.styles = """
      <numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;"/></numFmts><cellStyleXfs><xf numFmtId="10"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>
      """
    file.sheets = [
      (
        "表",
        """
        <row r="2">\(cell("A2", "0", #"t="s""#))\(cell("D2", "1", #"t="s""#))</row><row/><row r="4">
        \(cell("A4", "2.0"))\(cell("B4", "40607", #"s="1""#))\(cell("C4", "40607", #"s="2""#))
        \(cell("D4", "1", #"t="b""#))\(cell("E4", "#N/A", #"t="e""#))
        <c r="F4" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r><rPh><t>x</t></rPh></is></c>
        <c r="G4" t="str"><f>A1&amp;"码"</f><v>果</v></c><c r="H4"/><c><v>9</v></c>\(cell("J4", "2", #"t="s""#))
        \(cell("K4", "77", #"t="s""#))\(cell("L4", "2011-03-05", #"t="d""#))</row>
        """
      )
    ]
    let found = try documents(file)
    #expect(found.count == 1 && found[0].title == nil)
    #expect(
      found[0].lines.map(\.text) == [
        "学校\t\t\t控辍保学",
        "2\t2011-03-05\t2011-03-05\tTRUE\t#N/A\t行内\t果\t9\t\t甲 乙_xZZZZ_\t\t2011-03-05",
      ])
    #expect(found[0].lines.map(\.number) == [2, 4])
  }

  @Test func `sheets come in the workbook's order and are named if there are several`() throws {
    var file = WorkbookFile()
    file.workbook = "<workbookPr date1904=\"1\"/>"
    file.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    file.sheets = [
      ("甲", "<row>\(cell("A1", "0", #"s="0""#))</row>"), ("空", ""),
      ("乙\" state=\"hidden", "<row>\(cell("A1", "5"))</row>"),
    ]
    #expect(try documents(file).map(\.title) == ["甲", "乙"])
    #expect(try documents(file).map { $0.lines[0].text } == ["1904-01-01", "5"])
    file.sheets = [("空", "<row/>"), ("甲", "<row>\(cell("A1", "5"))</row>")]
    #expect(try documents(file).map(\.title) == [nil])
    file.sheets = []
    #expect(try documents(file).isEmpty)
  }

  @Test func `a column of texts makes each row a report`() throws {
    var file = WorkbookFile()
    file.strings = "<si><t>标题</t></si><si><t>正文</t></si><si><t>总结</t></si><si><t>一、甲\n二、乙</t></si>"
    func row(_ number: Int, _ first: Int, _ second: Int) -> String {
      "<row r=\"\(number)\">\(cell("A\(number)", "\(first)", #"t="s""#))\(cell("B\(number)", "\(second)", #"t="s""#))</row>"
    }
    file.sheets = [("表", row(1, 0, 1) + row(2, 2, 3))]
    let found = try documents(file)
    #expect(found.map(\.title) == ["总结"])
    #expect(found[0].lines.map(\.text) == ["标题\t正文", "一、甲", "二、乙"])
  }

  @Test func `expansion of sparse cells and repeated strings is limited`() throws {
    var wide = WorkbookFile()
    let rows = (1...2_000).map { "<row>\(cell("A\($0)", "1"))\(cell("XFD\($0)", "1"))</row>" }
      .joined()
    wide.sheets = [("表", rows)]
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 10_000_000)) { try documents(wide) }
    var repeated = WorkbookFile()
    repeated.strings = "<si><t>\(String(repeating: "学", count: 30_000))</t></si>"
    repeated.sheets = [
      ("表", (1...300).map { "<row>\(cell("A\($0)", "0", #"t="s""#))</row>" }.joined())
    ]
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 10_000_000)) {
      try documents(repeated)
    }
    var outside = WorkbookFile()
    outside.sheets = [("表", "<row>\(cell("XFE1", "1"))</row>")]
    #expect(throws: ReadingError.Kind.unparsable(.xlsx)) { try documents(outside) }
  }

  @Test func `broken workbooks are errors`() throws {
    var file = WorkbookFile()
    file.sheets = [("表", "<row>\(cell("A1", "1"))")]
    #expect(throws: ReadingError.Kind.unparsable(.xlsx)) { try documents(file) }
    #expect(throws: ReadingError.Kind.unparsable(.xlsx)) {
      try withArchive(ZipFile(["a": "b"]).bytes) { try SpreadsheetReader.documents(of: $0) }
    }
  }
}
