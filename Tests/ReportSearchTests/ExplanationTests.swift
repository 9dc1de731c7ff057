import Foundation
import ReportSearch
import TestSupport
import TextAnalysis
import Testing

struct ExplanationTests {
  @Test(arguments: [
    "控辍保学", "控辍保学 学校", "~控辍保学 | 双减", "控?保学 -双减", "从…到", "@控辍保学 year:2011..2020",
    "控辍保学 /20 学校", "same:report(控辍保学 双减)", "original:\"控輟保學\" | 学生",
  ])
  func `the parts of a score are BM25 values that add up to it`(text: String) async throws {
    let index = try await SampleIndex.open()
    let result = try index.search(QueryParser().parse(text), limit: 50)
    try #require(!result.hits.isEmpty)
    let explanation = try index.explanation(of: result)
    let contents = try index.contents()
    let mean = Double(contents.characters) / Double(contents.paragraphs)
    #expect(explanation.paragraphCount == contents.paragraphs)
    for hit in result.hits {
      let parts = try #require(explanation.parts[hit.paragraph.identifier])
      #expect(abs(parts.reduce(0) { $0 + $1.score } - hit.score) < 1e-9)
      let length = Double(FoldedText(hit.paragraph.text).characterCount)
      for part in parts {
        let frequency = Double(part.frequency)
        let share = frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean))
        let score = part.term.inverseDocumentFrequency * share
        #expect(abs(score * Explanation.boost(of: hit.paragraph.kind) - part.score) < 1e-9)
      }
    }
  }

  @Test func `the explanation of an empty result has terms and no parts`() throws {
    let index = try ParagraphIndex(["控辍保学"]).reportIndex
    let result = try index.search(QueryParser().parse("控辍 双减"), limit: 5)
    let explanation = try index.explanation(of: result)
    #expect(explanation.terms.map(\.paragraphCount) == [1, 0])
    #expect(explanation.parts.isEmpty)
  }
}
