import Corpus
import ReportSearch
import TestSupport
import Testing
import TextAnalysis

@testable import ResultFormats

struct ConcordanceTests {
  private func lines(
    _ query: String, in texts: [String], context: Int = 30, order: Concordance.Order = .source,
    limit: Int? = nil
  ) throws -> [ConcordanceLine] {
    try lines(
      query, in: ParagraphIndex(texts).reportIndex, context: context, order: order, limit: limit)
  }

  private func lines(
    _ query: String, in index: ReportIndex, context: Int = 30, order: Concordance.Order,
    limit: Int? = nil
  ) throws -> [ConcordanceLine] {
    var lines: [ConcordanceLine] = []
    _ = try index.read { searcher in
      try Concordance(context: context, order: order, limit: limit).forEachLine(
        of: QueryParser().parse(query), in: searcher, as: { $0 }
      ) { lines.append($0) }
    }
    return lines
  }

  @Test func `contexts are measured in characters and never split one`() throws {
    let text = "甲e\u{301}乙丙控輟丁戊e\u{301}己"
    func sides(_ context: Int) throws -> [String] {
      let line = try #require(lines("控辍", in: [text], context: context).first)
      #expect(line.text == "控輟")
      return [line.left, line.right]
    }
    #expect(try sides(0) == ["", ""])
    #expect(try sides(2) == ["乙丙", "丁戊"])
    #expect(try sides(3) == ["乙丙", "丁戊"])
    #expect(try sides(4) == ["e\u{301}乙丙", "丁戊e\u{301}"])
    #expect(try sides(99) == ["甲e\u{301}乙丙", "丁戊e\u{301}己"])
  }

  @Test func `a match with a gap is whole, and JSON has its parts`() throws {
    let index = try ParagraphIndex(["推进从小学到中学的衔接"]).reportIndex
    let line = try #require(lines("从…到", in: index, order: .source).first)
    #expect(line.text == "从小学到")
    #expect(line.record.fields.last?.name == "parts")
    #expect(line.record.fields.last?.value == .ranges([2..<3, 5..<6]))
    let hit = SearchAnswer.hit(line.hit)
    #expect(JSONFormat().line(hit).contains("\"parts\":[[2,3],[5,6]]"))
    #expect(try lines("小学", in: index, order: .source)[0].record.names.contains("parts") == false)
  }

  @Test func `a combining mark after the last character belongs to the match`() throws {
    let line = try #require(lines("控辍", in: ["抓控辍\u{FE00}保学"]).first)
    #expect(line.text.unicodeScalars.elementsEqual("控辍\u{FE00}".unicodeScalars))
    #expect(line.right == "保学")
  }

  @Test func `left contexts are compared from the match outwards, right ones forwards`() throws {
    let texts = ["乙甲控乙", "甲丙控甲", "丙甲控甲丙", "甲乙控丙"]
    func order(_ order: Concordance.Order) throws -> [String] {
      try lines("控", in: texts, order: order).map { $0.left + $0.text + $0.right }
    }
    // 丙 U+4E19, 乙 U+4E59, 甲 U+7532.
    #expect(try order(.left) == ["甲丙控甲", "甲乙控丙", "丙甲控甲丙", "乙甲控乙"])
    #expect(try order(.right) == ["甲乙控丙", "乙甲控乙", "甲丙控甲", "丙甲控甲丙"])
    #expect(try order(.source) == texts)
  }

  @Test func `contexts are compared as folded text`() throws {
    let texts = ["學Ａ控", "学a控", "学b控", "學B 控"]
    #expect(try lines("控", in: texts, order: .left).map(\.left) == ["學Ａ", "学a", "学b", "學B "])
  }

  @Test(.law, arguments: LawSeeds.seeds(30))
  func `every sort order has the same lines`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let texts = (0..<15).map { _ in random.string(of: Alphabets.ordinary, length: 1...40) }
    let query = "控 | 1"
    let index = try ParagraphIndex(texts).reportIndex
    let wanted = try index.search(QueryParser().parse(query), limit: .max)
    for order in Concordance.Order.allCases {
      let lines = try lines(query, in: index, order: order)
      #expect(lines.count == wanted.totals.matches)
      #expect(try self.lines(query, in: index, order: order, limit: 7) == Array(lines.prefix(7)))
      // Sort keys contain 30 characters; lines with equal keys stay in the order of their sources.
      let keys = lines.map { line in
        let folded = Array(FoldedText(line.hit.paragraph.text).string.unicodeScalars.map(\.value))
        let (before, behind) = (
          folded[..<line.match.foldedRange.lowerBound].reversed().prefix(30),
          folded[line.match.foldedRange.upperBound...].prefix(30)
        )
        switch order {
        case .left: return Array(before)
        case .right: return Array(behind)
        case .year: return [UInt32(line.match.year.years.from ?? 9999)]
        case .source:
          let place = [line.hit.paragraph.number, line.match.characterRange.lowerBound]
          return line.hit.report.sourcePaths[0].unicodeScalars.map(\.value) + [0]
            + place.map(UInt32.init)
        }
      }
      for (first, second) in zip(keys, keys.dropFirst()) {
        #expect(!second.lexicographicallyPrecedes(first), "\(seed) \(order)")
      }
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(30))
  func `matches are aligned in one column for any context`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let texts = (0..<12).map { _ in
      random.string(of: Alphabets.ordinary, length: 0...30) + "控"
        + random.string(of: Alphabets.hostile + Alphabets.ordinary, length: 0...30)
    }
    for (context, lineWidth) in [(30, nil), (4, nil), (30, 80), (30, 50)] as [(Int, Int?)] {
      let format = ConcordanceFormat(
        language: .chinese, markup: .plain, context: context, lineWidth: lineWidth)
      let shown = try lines("控", in: texts, context: context).map(format.line)
      let columns = shown.map { DisplayWidth.of($0.prefix { $0 != "⟦" }) }
      #expect(Set(columns).count == 1, "\(seed)")
      for line in shown {
        #expect(line.unicodeScalars.count { $0.properties.generalCategory == .control } == 1)
        #expect(line.hasSuffix("\n"))
        if let lineWidth { #expect(DisplayWidth.of(line.dropLast()) <= lineWidth) }
      }
    }
  }

  @Test func `control characters become spaces and cannot change the direction of a line`() throws {
    let format = ConcordanceFormat(language: .english, markup: .plain, context: 6)
    let line = try #require(
      lines("控辍", in: ["a\tb\u{202E}c\u{1B}控辍\r\nd\u{200B}e"], context: 6).first)
    #expect(format.line(line).hasPrefix("       a bc ⟦控辍⟧  de"))
  }
}

/// Snapshots of concordances of the sample reports.
struct ConcordanceSnapshots {
  @Test func `the lines of every sort order match the snapshot`() async throws {
    let index = try await SampleIndex.open()
    let query = try QueryParser().parse("控辍保学 | 双减")
    var text = ""
    for order in Concordance.Order.allCases {
      for (language, width) in [(.chinese, 80), (.english, 120)] as [(Language, Int)] {
        let format = ConcordanceFormat(
          language: language, markup: .plain, context: 30, lineWidth: width)
        text += "== \(order) \(width)\n"
        let totals = try index.read { searcher in
          try Concordance(order: order, limit: 12).forEachLine(
            of: query, in: searcher, as: format.line
          ) { text += $0 }
        }
        text += format.totals(totals, of: query, lines: 12) + "\n"
      }
    }
    try expectSnapshot(text, named: "concordance.txt")
    var json = ""
    _ = try index.read { searcher in
      try Concordance(context: 5, limit: 2).forEachLine(of: query, in: searcher, as: \.record) {
        json += JSONFormat().line($0).replacing(ProjectFolder.samples, with: "reports") + "\n"
      }
    }
    try expectSnapshot(json, named: "concordance.jsonl")
  }
}
