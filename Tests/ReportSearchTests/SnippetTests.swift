import Corpus
import ReportSearch
import TestSupport
import Testing

struct SnippetTests {
  /// Returns the snippets of a search in one paragraph. Matches are in ⟦⟧, and `…` marks a cut.
  private func snippets(
    of query: String, in text: String, longest: Int = 60
  ) throws -> [String] {
    let index = try ParagraphIndex([text]).reportIndex
    let literal = try #require(Literal(query))
    let hit = try #require(index.search(.term(.literal(literal)), limit: 1).hits.first)
    let shown = hit.snippets(longest: longest)
    #expect(shown.flatMap(\.matches) == hit.matches)
    return shown.map { snippet in
      var marked = String.UnicodeScalarView()
      for (place, scalar) in snippet.text.unicodeScalars.enumerated() {
        let character = snippet.characterRange.lowerBound + place
        for match in snippet.matches {
          if match.characterRange.upperBound == character { marked.append("⟧") }
        }
        for match in snippet.matches {
          if match.characterRange.lowerBound == character { marked.append("⟦") }
        }
        marked.append(scalar)
      }
      for match in snippet.matches
      where match.characterRange.upperBound == snippet.characterRange.upperBound {
        marked.append("⟧")
      }
      return (snippet.isCutBefore ? "…" : "") + String(marked) + (snippet.isCutBehind ? "…" : "")
    }
  }

  @Test func `matches are shown in whole sentences`() throws {
    let text = "一是摸底。二是控輟保學，不让一人失学。三是资助。他说：“控辍保学好。”四是总结。"
    #expect(
      try snippets(of: "控辍保学", in: text) == [
        "…二是⟦控輟保學⟧，不让一人失学。…", "…他说：“⟦控辍保学⟧好。”…",
      ])
  }

  @Test func `consecutive sentences are one snippet, adjacent matches stay separate`() throws {
    #expect(
      try snippets(of: "控辍", in: "前言。抓控辍控辍。再抓控辍！后语") == ["…抓⟦控辍⟧⟦控辍⟧。再抓⟦控辍⟧！…"])
  }

  @Test func `a long sentence is cut around its matches`() throws {
    #expect(
      try snippets(of: "控辍", in: "甲乙丙丁戊己控辍庚辛壬癸子丑寅卯辰巳午控辍未申", longest: 3) == [
        "…丁戊己⟦控辍⟧庚辛壬…", "…辰巳午⟦控辍⟧未申",
      ])
  }

  @Test func `no cut falls inside a grapheme cluster`() throws {
    let family = "👨\u{200D}👩\u{200D}👧"
    let shown = try snippets(
      of: "控辍", in: "甲\(family)e\u{301}控辍e\u{301}\u{323}\(family)乙", longest: 1)
    #expect(shown == ["…e\u{301}⟦控辍⟧e\u{301}\u{323}…"])
    #expect(
      try snippets(of: "控辍", in: "甲\(family)控辍\(family)乙", longest: 2)
        == ["…\(family)⟦控辍⟧\(family)…"])
  }
}
