import Corpus
import Foundation
import ReportSearch
import TestSupport
import Testing
import TextAnalysis

/// Ranking and counting against a reference that reads every paragraph.
struct SearchReference {
  @Test(.law, arguments: LawSeeds.seeds(10))
  func `hits, totals and order equal those of a plain loop`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("控辍保学校的".unicodeScalars)
    let paragraphs = (0..<200).map { _ in random.string(of: alphabet, length: 0...30) }
    let index = try ParagraphIndex(paragraphs).reportIndex
    let reference = Reference(paragraphs, paragraphsPerReport: 7)
    for _ in 0..<60 {
      let strings = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        random.string(of: alphabet, length: 1...3)
      }
      let query = try QueryParser().parse(strings.joined(separator: " "))
      // A string that occurs twice in the query counts once.
      let literals = Set(strings).sorted().compactMap { Literal($0) }
      let wanted = reference.answer(to: literals)
      let all = try index.search(query, limit: .max)
      #expect(all.totals == wanted.totals, "\(strings)")
      #expect(all.hits.map(\.paragraph.text) == wanted.order.map { paragraphs[$0] }, "\(strings)")
      for (hit, score) in zip(all.hits, wanted.scores) {
        #expect(abs(hit.score - score) < 1e-9)
      }
      // Any page equals that part of the whole list.
      let offset = Int.random(in: 0...20, using: &random)
      let page = try index.search(query, limit: 5, options: SearchOptions(offset: offset))
      #expect(page.totals == all.totals)
      #expect(page.hits == Array(all.hits.dropFirst(offset).prefix(5)))
    }
  }

  @Test func `a year filter keeps the reports of these years`() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("years.sqlite"))
    for year in [nil, 2009, 2010, 2011, 2012] {
      let name = "\(year ?? 0)"
      try writer.add(
        Source(paragraphs: ["控辍保学\(name)"], name: name, year: year), file: .named("/" + name))
    }
    try writer.commit()
    let index = try ReportIndex(path: folder("years.sqlite"))
    for (filter, years) in [
      ("year:2010", ["2010"]), ("year:2010..2011", ["2010", "2011"]),
      ("year:..2010", ["2009", "2010"]),
      ("year:2012..", ["2012"]), ("year:=2010", ["2010"]), ("year:=2010..2011", []),
      ("year:1999", []), ("year:2009.. year:..2010", ["2009", "2010"]),
      ("", ["0", "2009", "2010", "2011", "2012"]),
    ] {
      let result = try index.search(QueryParser().parse("控辍保学 " + filter), limit: 10)
      #expect(result.hits.map(\.report.title).sorted() == years, "\(filter)")
      #expect(result.totals.paragraphs == years.count)
      #expect(result.totals.reports == years.count)
    }
  }
}

/// BM25 computed from its formula for every paragraph.
private struct Reference {
  private let paragraphs: [[Unicode.Scalar]]
  private let paragraphsPerReport: Int

  init(_ paragraphs: [String], paragraphsPerReport: Int) {
    self.paragraphs = paragraphs.map { Array(FoldedText($0).string.unicodeScalars) }
    self.paragraphsPerReport = paragraphsPerReport
  }

  func answer(
    to literals: [Literal]
  ) -> (totals: SearchResult.Totals, order: [Int], scores: [Double]) {
    let count = Double(paragraphs.count)
    let mean = Double(paragraphs.reduce(0) { $0 + $1.count }) / count
    let frequencies = literals.map { literal in
      paragraphs.map { Self.count(Array(literal.folded.string.unicodeScalars), in: $0) }
    }
    var scores: [Int: Double] = [:]
    var matches = 0
    for number in paragraphs.indices where frequencies.allSatisfy({ $0[number] > 0 }) {
      scores[number] = 0
      for frequency in frequencies {
        let df = Double(frequency.count { $0 > 0 })
        let idf = log(1 + (count - df + 0.5) / (df + 0.5))
        let tf = Double(frequency[number])
        let length = Double(paragraphs[number].count)
        scores[number]! += idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / mean))
        matches += frequency[number]
      }
    }
    // Scores that differ only by rounding count as equal.
    let order = scores.keys.sorted {
      abs(scores[$0]! - scores[$1]!) > 1e-12 ? scores[$0]! > scores[$1]! : $0 < $1
    }
    let reports = Set(scores.keys.map { $0 / paragraphsPerReport }).count
    return (
      SearchResult.Totals(paragraphs: scores.count, matches: matches, reports: reports), order,
      order.map { scores[$0]! }
    )
  }

  private static func count(_ wanted: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int {
    var count = 0
    var place = 0
    while place + wanted.count <= text.count {
      let isFound = text[place..<place + wanted.count].elementsEqual(wanted)
      if isFound { count += 1 }
      place += isFound ? wanted.count : 1
    }
    return count
  }
}
