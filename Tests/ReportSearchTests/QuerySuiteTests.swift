import Corpus
import ReportSearch
import TestSupport
import Testing

struct QuerySuiteTests {
  @Test func `the reference search gives the handwritten answers of the suite`() throws {
    let suite = try QuerySuite()
    let search = PlainSearch(suite.items)
    let parser = QueryParser(concepts: QuerySuite.concepts)
    for row in try SuiteTable("queries.tsv").rows {
      let query = try parser.parse(row[0])
      let found = search.matches(of: query)
      #expect(suite.answer(found, like: row[1]) == row[1], "\(row[0]), read as \(query)")
      #expect(search.matches(of: try parser.parse(query.description)) == found, "\(row[0])")
      let all = found.values.joined()
      let totals = search.totals(of: query)
      #expect(totals.paragraphs == found.count)
      #expect(totals.matches + totals.looseMatches == all.count)
      #expect(Set(search.scores(of: query).keys) == Set(found.keys))
    }
  }

  @Test func `the index gives the handwritten answers of the suite`() throws {
    let suite = try QuerySuite()
    let folder = try TemporaryFolder()
    try suite.write(to: folder("suite.sqlite"))
    let index = try ReportIndex(path: folder("suite.sqlite"))
    let identifiers = try index.reports().map(\.identifier)
    let counts = suite.items.map(\.report.paragraphs.count)
    let parser = QueryParser(concepts: QuerySuite.concepts)
    for row in try SuiteTable("queries.tsv").rows {
      let typed = row[0].replacing("report:r1", with: "report:\(identifiers[0])")
      let result = try index.search(parser.parse(typed), limit: .max)
      var found: PlainSearch.Found = [:]
      for hit in result.hits {
        let report = try #require(identifiers.firstIndex(of: hit.report.identifier))
        let number = counts[..<report].reduce(0, +) + hit.paragraph.number - 1
        found[number] = hit.matches.map { .init(range: $0.foldedRange, kind: $0.kind) }
      }
      #expect(suite.answer(found, like: row[1]) == row[1], "\(typed)")
    }
  }
}
