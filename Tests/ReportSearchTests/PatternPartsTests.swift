import ReportSearch
import TestSupport
import Testing

/// The strings inside the matches of patterns with gaps.
struct PatternPartsTests {
  @Test(arguments: [
    ("从…到", "⟦从⟧小学⟦到⟧中学，⟦从⟧村⟦到⟧户", 2),
    ("从…到", "从小⟦从⟧学⟦到⟧到", 1),
    ("从…到…户", "⟦从⟧城⟦到⟧村⟦户⟧", 1),
    ("《…》", "按照⟦《⟧义务教育法⟦》⟧和⟦《⟧教师法⟦》⟧", 2),
    ("控?保…责任", "⟦控輟 保⟧學⟦責任⟧", 1),
    ("Ｑ…群", "⟦q⟧控⟦羣⟧", 1),
    ("哈…哈", "⟦哈⟧⟦哈⟧哈", 1),
  ])
  func `a match is one, with the places of its strings`(
    query: String, marked: String, count: Int
  ) throws {
    let text = marked.filter { !"⟦⟧".contains($0) }
    let index = try ParagraphIndex([text]).reportIndex
    let result = try index.search(QueryParser().parse(query), limit: 1)
    #expect(result.totals.matches == count)
    let hit = try #require(result.hits.first)
    #expect(hit.matches.count == count)
    for match in hit.matches {
      #expect(match.parts.first?.lowerBound == match.characterRange.lowerBound)
      #expect(match.parts.last?.upperBound == match.characterRange.upperBound)
    }
    let scalars = Array(text.unicodeScalars)
    var shown = String.UnicodeScalarView()
    for place in 0...scalars.count {
      for part in hit.matches.flatMap(\.parts) where part.upperBound == place { shown.append("⟧") }
      for part in hit.matches.flatMap(\.parts) where part.lowerBound == place { shown.append("⟦") }
      if place < scalars.count { shown.append(scalars[place]) }
    }
    #expect(String(shown) == marked)
  }

  @Test func `other matches have no parts`() throws {
    let index = try ParagraphIndex(["从小学到中学"]).reportIndex
    for query in ["小学", "小?到", "从 /20 到"] {
      let hit = try #require(index.search(QueryParser().parse(query), limit: 1).hits.first)
      #expect(hit.matches.allSatisfy { $0.parts.isEmpty })
      #expect(hit.matches.flatMap(\.markedRanges) == hit.matches.map(\.characterRange))
    }
  }

  @Test func `the shortest match begins with the last of several`() throws {
    let index = try ParagraphIndex(["从前从村到户到校"]).reportIndex
    let hit = try #require(index.search(QueryParser().parse("从…到"), limit: 1).hits.first)
    #expect(hit.matches.map(\.characterRange) == [2..<5])
    #expect(hit.matches.map(\.parts) == [[2..<3, 4..<5]])
  }
}
