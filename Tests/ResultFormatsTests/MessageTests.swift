import Corpus
import ReportSearch
import ResultFormats
import TestSupport
import Testing

/// Every sentence that the program says about a failure, in both languages, as recorded.
struct MessageTests {
  @Test func `every message is as recorded`() throws {
    var text = ""
    for kind in [
      .system(2), .system(13), .system(5), .empty, .withoutReport, .notText(.png), .notText(nil),
      .undecodable(.gb18030, byteOffset: 12), .tooLarge(byteCount: 300, limit: 200), .notAFile,
      .lineTooLong(lineNumber: 3, byteCount: 300, limit: 200), .unparsable(.html),
      .unpacksTooLarge(limit: 300), .encrypted, .withoutText(pageCount: 7),
      .needsProgram(["LibreOffice", "antiword"]), .programFailed("pdftotext"),
      .timedOut(seconds: 60), .unreadableXML(.word2003), .unreadableXML(.excel2003),
      .unreadableXML(.flatWord), .unreadableXML(.uniformOffice), .unreadableXML(.feed),
      .unreadableXML(.drawing), .unreadableXML(.other(root: "doc")),
    ] as [ReadingError.Kind] {
      let error = ReadingError(path: "/报告/甲.txt", kind: kind)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for failure in [
      .notText, .withoutPaths, .invalid(row: 3, column: "year", text: "去年"),
    ] as [MetadataTable.Failure] {
      text += "\(failure.message(in: .chinese))\n\(failure.message(in: .english))\n\n"
    }
    for kind in [
      .missing, .notAnIndex, .otherFormat(found: 2, supported: 1),
      .otherFolding(found: "0/甲", current: "1/乙"), .inaccessible(code: 13, message: "disk is full"),
      .damaged(message: "a page is missing"),
      .busy(nil), .busy(LockHolder(process: 4711, name: "duansou")), .changed,
      .replaced,
      .unknownReport("r12"), .ambiguousReport("r"), .unknownParagraph("r12.0"),
      .alreadyThere, .copyDiffers(table: "paragraph"),
    ] as [IndexError.Kind] {
      let error = IndexError(path: "index/reports.sqlite", kind: kind)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for kind in [
      .missing, .otherFormat(found: 2, supported: 1), .otherFolding(found: "0/甲", current: "1/乙"),
      .damaged(message: "paragraph 7 is missing"), .server(message: "Connection refused"),
      .notAFile, .alreadyThere, .busy(nil), .noCoordinator, .alreadyShard("duansou_shard_1"),
      .otherShard, .onShards,
    ] as [IndexError.Kind] {
      let error = IndexError(path: "postgresql://reader@host/reports", kind: kind)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for kind in [.malformedAddress, .passwordInAddress, .withoutServers] as [IndexError.Kind] {
      let error = IndexError(path: "postgresql://…", kind: kind)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for fault in [
      .file("row 3 missing from index"), .lists("malformed inverted index"),
      .table("report 7 is missing"), .tokens(paragraph: "r12.3"), .attributes(paragraph: "r12.3"),
      .copies(paragraph: "r12.3"), .report("r12"), .source(path: "/报告/甲.txt"),
    ] as [IndexFault] {
      text += "\(fault.message(in: .chinese))\n\(fault.message(in: .english))\n\n"
    }
    for failure in [
      .version(5), .structure, .page(137_438_953_473), .positions, .paragraph(70_000),
    ] as [UnreadablePages] {
      text += "\(failure.message(in: .chinese))\n\(failure.message(in: .english))\n\n"
    }
    for kind in [
      .empty, .onlyFilters, .onlyNegations, .tooLong(characters: 2000, limit: 1000),
      .tooDeep(limit: 50), .controlCharacter("\u{7}"),
      .unclosedQuotation("“", closing: "”"), .unclosedBracket("（"), .unopenedBracket(")"),
      .emptyGroup, .invisible("\u{200B}"), .missingOperand("AND"), .invalidSide("/20"),
      .invalidDistance("/2011", limit: 1000), .negatedAlternative, .mixedAlternatives,
      .doubleNegation, .looseSign, .unknownField("yaer", suggestion: "year"),
      .missingValue(field: "year"), .missingValue(field: "region"), .missingValue(field: "same"),
      .missingValue(field: "original"), .missingValue(field: "published"), .invalidYear("二〇"),
      .reversedYears("2015..2010"), .invalidDate("2012-13"), .reversedDates("2012..2011"),
      .invalidSection("序言"), .unknownScope("page"), .missingGroup(.report),
      .unknownConcept("双增", suggestions: ["双减"]), .unknownConcept("某某", suggestions: []),
    ] as [QueryParserError.Kind] {
      let error = QueryParserError(kind, at: 3..<5)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for kind in QueryNote.Kind.allCases {
      let note = QueryNote(kind, sign: "&", at: 3..<4)
      text += "\(note.message(in: .chinese))\n\(note.message(in: .english))\n\n"
    }
    for kind in [.missingVariant, .tooManyColumns, .invisible] as [ConceptListError.Kind] {
      let error = ConceptListError(kind, lineNumber: 7)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for error in [.empty, .tooLong(characters: 2000, limit: 1000)] as [QuestionError] {
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    for kind in [
      .system(28), .tooManyRows(2_000_000),
      .tooLongCell(column: "paragraph", row: 7, length: 40_000), .workbook("Zip error"),
      .notInEncoding(0xE78D),
    ] as [HitListError.Kind] {
      let error = HitListError(path: "甲.xlsx", kind)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    let wrong = QueryParserError(.empty, at: 0..<0)
    for kind in [
      .empty, .query(wrong), .repeatedName("甲", firstLine: 2),
    ] as [QueryFileError.Kind] {
      let error = QueryFileError(kind, lineNumber: 5)
      text += "\(error.message(in: .chinese))\n\(error.message(in: .english))\n\n"
    }
    let rejected = RejectedHitsError(text: "甲", lineNumber: 3)
    text += "\(rejected.message(in: .chinese))\n\(rejected.message(in: .english))\n\n"
    for failure in [.notByYear, .tooManySeries(9)] as [YearChart.Failure] {
      text += "\(failure.message(in: .chinese))\n\(failure.message(in: .english))\n\n"
    }
    for language in [Language.chinese, .english] {
      text += ChromeReason.allCases.map { $0.label(in: language) }.joined(separator: ", ") + "\n"
      text += Paragraph.Kind.allCases.map { $0.label(in: language) }.joined(separator: ", ") + "\n"
      text += ReportYear.Basis.allCases.map { $0.label(in: language) }.joined(separator: ", ")
      text += "\n"
    }
    try expectSnapshot(text, named: "messages.txt")
  }

  @Test(
    arguments: [
      ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese),
      (["LANG": "en_US.UTF-8"], .english),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
      (["LC_ALL": "", "LANG": "zh_TW"], .chinese),
      (["LC_MESSAGES": "zh", "LANG": "C"], .chinese), (["LANG": ""], .english),
    ] as [([String: String], Language)])
  func `the locale chooses the language`(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
