import ReportSearch
import TestSupport
import TextAnalysis
import Testing

struct SuggestionTests {
  private let index: ParagraphIndex

  init() throws {
    index = try ParagraphIndex([
      "要做好控辍保学工作，摸清底数。", "控輟保學，一个不少。", "落实“双减”政策，减轻学生负担。",
      "控辍、保学两手抓。", "关爱留守儿童，配齐宿管员。", "营养改善计划 全面实施。", "双减后开展课后服务。",
      "控辍保学和留守儿童工作一起抓。", "校外培训机构年检。",
    ])
  }

  /// Returns the suggestions for a query, each as `kind query matches+loose`.
  private func suggestions(for query: String) throws -> [String] {
    try index.reportIndex.suggestions(for: QueryParser().parse(query)).map {
      "\($0.kind.rawValue) \($0.query) \($0.totals.matches)+\($0.totals.looseMatches)"
    }
  }

  @Test(arguments: [
    // One character changed, missing, doubled, or swapped with the next.
    ("控缀保学", ["spelling 控辍保学 3+0", "part 保学 4+0", "concept @控辍保学 3+0"]),
    ("空辍保学", ["spelling 控辍保学 3+0", "part 辍保学 3+0", "concept @控辍保学 3+0"]),
    ("控辍保雪", ["spelling 控辍保学 3+0", "part 控辍保 3+0", "concept @控辍保学 3+0"]),
    ("控保学", ["spelling 控辍保学 3+0", "spelling 辍保学 3+0", "part 保学 4+0", "concept @控辍保学 3+0"]),
    ("辍控保学", ["spelling 控辍保学 3+0", "spelling 辍保学 3+0", "part 保学 4+0", "concept @控辍保学 3+0"]),
    ("留守守儿童", ["spelling 留守儿童 2+0", "cut 留守 守儿童 4+0", "part 留守 2+0", "part 守儿童 2+0"]),
    // Two strings without a space, interrupted strings, no match.
    (
      "控辍保学留守儿童",
      [
        "spelling 控辍保学和留守儿童 1+0", "cut 控辍保学 留守儿童 2+0", "part 控辍保学 3+0", "part 留守儿童 2+0",
        "concept @控辍保学 3+0",
      ]
    ),
    (
      "辍、保学和",
      [
        "spelling 辍、保学两 1+0", "spelling 辍保学和 1+0", "part 辍、保学 1+0", "part 保学和 1+0",
        "concept @控辍保学 3+0",
      ]
    ),
    (
      "辍保学两",
      [
        "loose ~辍保学两 0+1", "spelling 辍保学和 1+0", "spelling 辍保学工 1+0", "part 辍保学 3+0", "part 保学两 1+0",
        "concept @控辍保学 3+0",
      ]
    ),
    ("戊戌变法", []), ("戊", []), ("戊戌", []), ("减双", ["spelling 双减 2+0", "concept @双减 2+0"]),
    // Terms that do not occur together.
    ("控辍保学 双减", ["same-report same:report(控辍保学 双减) 4+0", "term 控辍保学 3+0", "term 双减 2+0"]),
    ("控辍保学 缀学", ["term 控辍保学 3+0", "term 缀学 0+0"]),
    (
      "控辍保学 /2 留守儿童 year:2011",
      ["unconditional 控辍保学 /2 留守儿童 2+0", "term 控辍保学 3+0", "term 留守儿童 2+0"]
    ),
    ("控辍保学 >1 一起抓", ["same-paragraph 控辍保学 一起抓 2+0", "term 控辍保学 3+0", "term 一起抓 1+0"]),
    (
      "same:sentence(双减 政策) 后",
      ["same-report same:report(双减 政策 后) 5+0", "term 双减 2+0", "term 政策 1+0", "term 后 2+0"]
    ),
    ("双减 -减", ["unconditional 双减 2+0"]),
    // Terms that are not plain literals.
    ("original:\"雙減\"", ["folded 双减 2+0"]),
    ("控辍…宿管员", ["part 控辍 4+0", "part 宿管员 1+0"]),
    ("~控缀保学", ["spelling 控辍保学 3+0", "part 保学 4+0", "concept @控辍保学 3+0"]),
  ])
  func `suggested queries have matches in the index`(query: String, wanted: [String]) throws {
    let found = try suggestions(for: query)
    #expect(found == wanted)
  }

  @Test(.law, arguments: LawSeeds.seeds(40))
  func `every suggestion has its stated totals, parses back, and differs in one edit`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("控辍保学校".unicodeScalars)
    let texts = (0..<12).map { _ in random.string(of: alphabet, length: 6...12) }
    let index = try ParagraphIndex(texts).reportIndex
    for _ in 0..<10 {
      var wrong = Array(random.string(of: alphabet, length: 3...6))
      wrong[Int.random(in: wrong.indices, using: &random)] = "雪"
      let query = Query.term(.literal(Literal(String(wrong))!))
      for suggestion in try index.suggestions(for: query) {
        #expect(try index.search(suggestion.query, limit: 0).totals == suggestion.totals)
        #expect(suggestion.totals.paragraphs > 0)
        #expect(try QueryParser().parse(suggestion.query.description) == suggestion.query)
        guard suggestion.kind == .spelling else { continue }
        let near = Array(suggestion.query.description)
        let changes = near.difference(from: wrong)
        #expect(changes.count <= 2, "\(wrong) \(near)")
      }
    }
  }

  /// No candidate is cut off as long as few texts contain the rest of the string.
  @Test(.law, arguments: LawSeeds.seeds(40))
  func `correcting one wrong character is suggested`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = (0x4E00..<0x4F00).map { Unicode.Scalar($0)! }
    let texts = (0..<12).map { _ in random.string(of: alphabet, length: 8...12) }
    let index = try ParagraphIndex(texts).reportIndex
    let text = Array(texts.randomElement(using: &random)!)
    let start = Int.random(in: 0...2, using: &random)
    let right = Array(text[start..<start + 5])
    let folded = FoldedText(String(right)).string
    for place in right.indices {
      var wrong = right
      wrong[place] = "雪"
      let query = Query.term(.literal(Literal(String(wrong))!))
      let spellings = try index.suggestions(for: query).filter { $0.kind == .spelling }
      #expect(spellings.map(\.query.description).contains(folded), "\(String(wrong))")
    }
  }
}
