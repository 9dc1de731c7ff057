import ReportSearch
import TestSupport
import Testing

/// Properties of all queries.
struct QueryLaws {
  private static let hostile = Array(
    "学校1a \"“”「」\\()（）:：-－|｜&＆/／>＞?？…~～@＠yer.=20控\u{301}\u{200B}𠮷\n\u{0}\u{3000}".unicodeScalars)
  private static let words = [
    "控辍", "保学", " ", " ", " ", "(", ")", "（", "）", "|", "-", "\"", "“", "”", "/20", ">5", "NEAR/3",
    "AND", "OR", "NOT", "~", "@双减", "@", "year:2011", "地区:泸州", "same:report", "same:sentence(",
    "original:", "?", "…", "...", "\\", "title:\"a b\"", "published:2012-01", "&", "\u{0}",
    "\u{301}",
  ]

  @Test(.law, arguments: LawSeeds.seeds(20))
  func `any text has a stable normal form or an error with a valid range`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<400 {
      Self.check(random.string(of: Self.hostile, length: 0...14))
      let count = Int.random(in: 0...12, using: &random)
      Self.check((0..<count).map { _ in Self.words.randomElement(using: &random)! }.joined())
    }
  }

  private static func check(_ typed: String) {
    let count = typed.unicodeScalars.count
    let parser = QueryParser()
    let lenient = (try? parser.lenientReading(of: typed)) ?? nil
    do throws(QueryParserError) {
      let reading = try parser.reading(of: typed)
      let normal = reading.query.description
      #expect((try? parser.parse(normal)) == reading.query, "\(typed) was read as \(normal)")
      #expect((try? parser.parse(normal))?.description == normal)
      #expect(reading.notes.allSatisfy { $0.characterRange.upperBound <= count }, "\(typed)")
      #expect(lenient == reading)
    } catch {
      #expect(
        error.characterRange.upperBound <= count
          && (count == 0 || error.kind == .empty || !error.characterRange.isEmpty),
        "\(typed): \(error)")
      #expect(lenient == nil ? Literal(typed) == nil : lenient?.error == error, "\(typed)")
      if let query = lenient?.query {
        #expect((try? parser.parse(query.description)) == query, "\(typed): \(query)")
      }
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(20))
  func `the normal form of any tree parses to the same tree`(seed: UInt64) {
    var random = RandomQuery(seed: seed)
    for _ in 0..<1_000 {
      let query = random.query()
      let normal = query.description
      let parser = QueryParser(concepts: random.concepts)
      #expect((try? parser.reading(of: normal))?.query == query, "\(normal)")
    }
  }
}
