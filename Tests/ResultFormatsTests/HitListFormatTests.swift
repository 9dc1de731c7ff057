import Corpus
import Foundation
import ReportSearch
import TestSupport
import Testing

@testable import ResultFormats

/// Snapshots of every hit list format on the sample reports.
struct HitListFormatTests {
  private let folder: TemporaryFolder
  private let index: ReportIndex

  init() async throws {
    folder = try TemporaryFolder()
    index = try await SampleIndex.open()
  }

  @Test(
    arguments: HitListOptions.Format.allCases.filter { $0.isText && $0 != .csv && $0 != .jsonl })
  func `each format matches its snapshot`(format: HitListOptions.Format) throws {
    var options = HitListOptions()
    options.format = format
    options.order = .source
    options.limit = 4
    var text = ""
    let queries = [try HitList.TypedQuery("控辍保学", name: "=控辍"), try HitList.TypedQuery("“双减”")]
    let answers = try index.read { searcher in
      try HitList(options).write(queries, from: searcher) { text += $0 }
    }
    #expect(answers.map(\.totals.matches) == [31, 2])
    let today = try #require(index.reports().first?.indexedAt.prefix(10))
    text = text.replacing(ProjectFolder.samples, with: "reports").replacing(today, with: "DATE")
      .replacing(today.replacing("-", with: "/"), with: "DATE")
    try expectSnapshot(text, named: "hits.\(format.rawValue)")
  }

  @Test func `the Stata script matches the snapshot`() throws {
    for row in HitListOptions.Row.allCases {
      var options = HitListOptions()
      options.row = row
      let script = StataScript(tableName: "表 \"1\".csv", options)
      try expectSnapshot(script.text + "\n" + script.readingLine + "\n", named: "\(row).do")
    }
    for column in HitColumn.all {
      #expect(column.name.utf8.count <= 32 && !column.label.isEmpty && column.label.count <= 80)
    }
  }

  private func write(
    _ name: String, _ change: (inout HitListOptions) -> Void = { _ in }
  ) throws -> HitListFile.Summary {
    var options = HitListOptions()
    options.format = try #require(HitListOptions.Format(fileName: name))
    change(&options)
    return try index.read { searcher in
      try HitListFile(path: folder(name), options).write(
        [HitList.TypedQuery("控辍保学"), HitList.TypedQuery("双减")], from: searcher,
        Provenance(of: searcher, programVersion: "1"), date: Date())
    }
  }

  @Test(arguments: HitListOptions.Format.allCases)
  func `the same list has the same bytes and a provenance file`(
    format: HitListOptions.Format
  ) throws {
    let ending = format == .stata ? "do" : format.rawValue
    let first = try write("甲.\(ending)")
    let second = try write("乙.\(ending)")
    #expect(first.rows == second.rows)
    #expect(first.rows == [.markdown: 27, .html: 27, .bibtex: 13, .ris: 13][format] ?? 33)
    for (left, right) in zip(first.paths, second.paths) where !left.hasSuffix(".do") {
      let data = try #require(FileManager.default.contents(atPath: left))
      #expect(data == FileManager.default.contents(atPath: right))
      #expect(data.starts(with: [0xEF, 0xBB, 0xBF]) == (format == .csv))
      let provenance = try String(contentsOfFile: left + ".provenance.json", encoding: .utf8)
      #expect(provenance.contains(#""program_version":"1""#))
    }
  }

  @Test func `GB 18030 output reports characters that it cannot represent`() throws {
    _ = try write("旧.csv") { $0.encoding = .gb18030 }
    _ = try write("新.csv")
    let old = try #require(FileManager.default.contents(atPath: folder("旧.csv")))
    let decoded = try #require(String(data: old, encoding: String.Encoding(rawValue: 0x8000_0632)))
    let new = try #require(FileManager.default.contents(atPath: folder("新.csv")))
    #expect(Array(decoded.utf8) == Array(new.dropFirst(3)))
    let encoder = try GB18030Encoder(path: "表.csv")
    #expect(try encoder.bytes(of: "双a€") == [0xCB, 0xAB, 0x61, 0xA2, 0xE3])
    // Everything except private-use characters, some of which GB 18030 lacks.
    for value in stride(from: UInt32(0), to: 0x11_0000, by: 211) {
      guard let scalar = Unicode.Scalar(value), !(0xE000..<0xF900).contains(value) else { continue }
      #expect(try !encoder.bytes(of: String(scalar)).isEmpty)
    }
    #expect(throws: HitListError(path: "表.csv", .notInEncoding(0xE78D))) {
      try encoder.bytes(of: "学\u{E78D}学")
    }
  }

  @Test func `a table that exceeds the limits of a sheet is rejected and nothing is written`()
    throws
  {
    var writer = try WorkbookHitList(HitListOptions(), path: folder("大.xlsx"))
    let query = try HitList.TypedQuery("学")
    let many = SearchResult.Totals(paragraphs: 9, matches: 1_048_575, reports: 1)
    try writer.begin(query, many)
    #expect(throws: HitListError(path: folder("大.xlsx"), .tooManyRows(1_048_577))) {
      try writer.begin(query, SearchResult.Totals(paragraphs: 1, matches: 1, reports: 1))
    }
    let workbook = try Workbook(path: folder("长.xlsx"), sheetName: "hits", columns: ["a", "b"])
    let text = String(repeating: "学", count: 32_767)
    try workbook.add([.integer(1), .text(text)])
    let error = HitListError(
      path: folder("长.xlsx"), .tooLongCell(column: "b", row: 3, length: 32_768))
    #expect(throws: error) { try workbook.add([.null, .text(text + "a")]) }
    #expect(!FileManager.default.fileExists(atPath: folder("长.xlsx")))
  }

  @Test func `a truncated workbook is detected`() throws {
    _ = try write("整.xlsx")
    #expect(WorkbookCheck.isWhole(folder("整.xlsx"), sheetByteCounts: [1000, 100]))
    #expect(!WorkbookCheck.isWhole(folder("整.xlsx"), sheetByteCounts: [10_000_000, 100]))
    try folder.write("半.xlsx", ZipFile(["xl/worksheets/sheet1.xml": "<worksheet><row>"]).bytes)
    #expect(!WorkbookCheck.isWhole(folder("半.xlsx"), sheetByteCounts: [1]))
  }
}

struct QueryFileTests {
  @Test func `a query file may contain names, comments and blank lines`() throws {
    let queries = try HitList.TypedQuery.queries(
      of: "\u{FEFF}# 说明\r\n控辍\r\n\r\n名称\t双减 \"一\t二\"\n")
    #expect(queries.map(\.name) == ["控辍", "名称"])
    #expect(queries.map(\.text) == ["控辍", "双减 \"一\t二\""])
  }

  @Test func `an error in a query file names the line`() throws {
    func error(_ text: String) -> QueryFileError? {
      do throws(QueryFileError) {
        _ = try HitList.TypedQuery.queries(of: text)
        return nil
      } catch { return error }
    }
    #expect(error("# 只有说明\n\n") == QueryFileError(.empty, lineNumber: 1))
    #expect(
      error("甲\n\n名\t甲\n名\t乙")
        == QueryFileError(.repeatedName("名", firstLine: 3), lineNumber: 4))
    #expect(error("甲\n双减 |")?.lineNumber == 2)
  }
}

struct TSVFormatTests {
  @Test(
    arguments: [
      (.text("甲\t乙\r\n丙"), "甲 乙  丙"), (.text("=1"), "'=1"), (.text("\u{7F}=1"), "'=1"),
      (.text("说\"话\""), "说\"话\""),
      (.text("\u{0}甲\u{7F}"), "甲"), (.null, ""), (.integer(-5), "-5"), (.path(["-甲"]), "'-甲"),
    ] as [(Cell, String)])
  func `a cell is written`(cell: Cell, text: String) {
    #expect(TSVFormat().line([cell, .integer(1)]) == text + "\t1\n")
    #expect(TSVFormat(keepsFormulas: true).line([.text("=1")]) == "=1\n")
  }
}

struct MarkdownTests {
  @Test func `text is escaped in Markdown`() {
    #expect(
      MarkdownHitList.escaped("**a** <b> [c](d)\n# e & f")
        == ##"\*\*a\*\* \<b\> \[c\](d) \# e &amp; f"##)
  }
}
