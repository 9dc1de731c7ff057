import ReportSearch
import TestSupport
import Testing
import TextAnalysis

/// The laws of exactness on small alphabets, in which collisions are frequent, through the literal
/// API.
struct ExactnessLaws {
  @Test(.law, arguments: LawSeeds.seeds(12))
  func `every substring finds its paragraph`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet =
      seed.isMultiple(of: 2) ? Alphabets.ordinary : Alphabets.ordinary + Alphabets.hostile
    let paragraphs = (0..<40).map { _ in random.string(of: alphabet, length: 0...12) }
    let index = try ParagraphIndex(paragraphs)
    for (number, paragraph) in paragraphs.enumerated() {
      let folded = Array(FoldedText(paragraph).string.unicodeScalars)
      for start in folded.indices {
        for end in (start + 1)...min(start + 8, folded.count) where end <= folded.count {
          let string = String(String.UnicodeScalarView(folded[start..<end]))
          guard let literal = Literal(string), literal.folded.string == string else { continue }
          let found = try index.ranking(of: literal).paragraphs
          #expect(found.contains(number), "\(string) is in \(paragraph)")
        }
      }
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(12))
  func `a string finds exactly the paragraphs that contain it, with the same number of matches`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let alphabet =
      seed.isMultiple(of: 2) ? Alphabets.ordinary : Alphabets.ordinary + Alphabets.hostile
    let paragraphs = (0..<60).map { _ in random.string(of: alphabet, length: 0...16) }
    let index = try ParagraphIndex(paragraphs)
    let scan = PlainScan(paragraphs)
    for _ in 0..<300 {
      let string = random.string(of: alphabet, length: 1...4)
      guard let literal = Literal(string) else { continue }
      #expect(try index.matches(of: literal) == scan.matches(of: string), "of \(string)")
    }
  }

  @Test func `occurrences of a repeated character do not overlap`() throws {
    let paragraphs = (1...12).map { String(repeating: "哈", count: $0) }
    let index = try ParagraphIndex(paragraphs)
    let scan = PlainScan(paragraphs)
    for length in 1...6 {
      let string = String(repeating: "哈", count: length)
      let literal = try #require(Literal(string))
      #expect(try index.matches(of: literal) == scan.matches(of: string))
      #expect(try index.matches(of: literal)[11] == 12 / length)
    }
  }

  @Test(arguments: [
    ["控辍保学", "控輟保學", "控輟 保學", "控辍\u{200B}保学", "控辍\n保学"],
    ["qq群", "ＱＱ群", "QQ羣", "q\u{FE0F}q 群"],
    ["99.8%", "９９．８％"],
    ["\"双减\"", "“双减”", "「双减」", "『双减』"],
    ["café", "CAFE\u{301}", "ｃａｆｅ\u{301}"],
  ])
  func `all spellings of a literal find the same matches`(spellings: [String]) throws {
    let index = try ParagraphIndex(spellings.map { "在\($0)里" } + ["别的"])
    for spelling in spellings {
      let literal = try #require(Literal(spelling))
      let found = try index.matches(of: literal)
      #expect(found == Dictionary(uniqueKeysWithValues: spellings.indices.map { ($0, 1) }))
    }
  }

  @Test func `text with NUL, invalid characters and 2 KB without a space is kept and found`() throws
  {
    let long = String(repeating: "学校工作", count: 180)
    let paragraphs = ["甲\u{0}乙", "\u{0}", "丙\u{FFFD}丁", long, ""]
    let index = try ParagraphIndex(paragraphs)
    #expect(try index.matches(of: #require(Literal("甲乙"))) == [0: 1])
    #expect(try index.matches(of: #require(Literal("\u{FFFD}"))) == [2: 1])
    #expect(try index.matches(of: #require(Literal(long))) == [3: 1])
    #expect(try index.matches(of: #require(Literal("作学校工"))) == [3: 179])
    let hit = try index.reportIndex.search(.term(.literal(#require(Literal("甲乙")))), limit: 1).hits[
      0]
    #expect(Array(hit.paragraph.text.utf8) == Array("甲\u{0}乙".utf8))
    #expect(hit.matches[0].characterRange == 0..<3)
  }
}

/// Loose matching against a scan of all texts.
struct InterruptionLaws {
  @Test(.law, arguments: LawSeeds.seeds(10))
  func `loose search finds every interruption and keeps the literal matches`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("控辍保学，、”a 1 \u{301}".unicodeScalars)
    let paragraphs = (0..<80).map { _ in random.string(of: alphabet, length: 0...16) }
    let index = try ParagraphIndex(paragraphs).reportIndex
    for _ in 0..<150 {
      let string = random.string(of: alphabet, length: 1...5)
      guard let literal = Literal(string), let loose = Literal(string, allowsInterruption: true)
      else { continue }
      let plain = try index.search(.term(.literal(literal)), limit: .max)
      let result = try index.search(.term(.literal(loose)), limit: .max)
      #expect(result.totals.matches == plain.totals.matches, "\(string)")
      #expect(plain.totals.looseMatches == 0)
      let wanted = paragraphs.reduce(0) {
        $0 + FoldedText($1).interruptedOccurrences(of: literal.folded).count
      }
      #expect(result.totals.looseMatches == wanted, "\(string)")
      let kinds = result.hits.flatMap(\.matches).map(\.kind)
      #expect(kinds.count { $0 == .loose } == wanted)
      #expect(kinds.count { $0 == .literal } == plain.totals.matches)
      #expect(result.hits.count == result.totals.paragraphs)
    }
  }
}
