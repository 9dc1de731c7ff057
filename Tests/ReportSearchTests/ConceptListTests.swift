import ReportSearch
import Testing
import TextAnalysis

struct ConceptListTests {
  @Test func `a list is read row by row`() throws {
    let list = try ConceptList(
      "\u{FEFF}# 名称\t写法\t排除\r\n印度\t印度\t印度尼西亚｜印度洋\r\n\r\n \n黨建\tＤ建\n党建\t党建\t\n党建\td建\n")
    #expect(list.names == ["党建", "印度"])
    #expect(list["印度"] == Concept(name: "印度", variants: ["印度"], exclusions: ["印度尼西亚", "印度洋"]))
    #expect(list["黨建"] == Concept(name: "党建", variants: ["d建", "党建"]))
    #expect(list["双减"] == nil && ConceptList().names.isEmpty)
  }

  @Test(
    arguments: [
      ("印度", .missingVariant, 1), ("# 注\n\n印度\t印度\t\t", .tooManyColumns, 3),
      ("印度\t", .invisible, 1), ("\t印度", .invisible, 1),
      ("甲\t乙\n印度\t印度\t印度洋|\u{200B}", .invisible, 2),
    ] as [(String, ConceptListError.Kind, Int)])
  func `an invalid list reports the line of the error`(
    table: String, kind: ConceptListError.Kind, line: Int
  ) {
    #expect(throws: ConceptListError(kind, lineNumber: line)) { try ConceptList(table) }
  }

  @Test func `a user's list extends the sample list, and the parser finds its concepts`() throws {
    let list = ConceptList.sample.merging(try ConceptList("双减\t减负\t减负荷\n甲乙\t丙丁\n"))
    let added = try #require(list["双减"])
    let sample = try #require(ConceptList.sample["双减"])
    #expect(added.variants == sample.variants + ["减负"] && added.exclusions == ["减负荷"])
    #expect(try QueryParser(concepts: list).parse("@双减") == .term(.concept(added)))
    #expect(throws: QueryParserError(.unknownConcept("双减", suggestions: []), at: 0..<3)) {
      try QueryParser(concepts: ConceptList()).parse("@双减")
    }
  }

  @Test func `an unknown concept name suggests the nearest names`() {
    #expect(
      throws: QueryParserError(.unknownConcept("两免两补", suggestions: ["两免一补"]), at: 0..<5)
    ) { try QueryParser().parse("@两免两补") }
  }

  @Test(arguments: [
    ("@党建", "D建"), ("@党史学习教育", "ＤＳ学习教育"), ("@二十大", "20D"), ("@控辍保学", "控流保學"),
    ("@三公", "三公经费"),
  ])
  func `the sample list contains evasive and short spellings`(query: String, spelling: String)
    throws
  {
    guard case .term(.concept(let concept)) = try QueryParser().parse(query) else {
      Issue.record("\(query) is no concept")
      return
    }
    let folded = try #require(Literal(spelling)).folded.string
    #expect(concept.variants.contains { $0.string == folded })
  }
}
