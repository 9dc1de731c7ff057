import ReportSearch
import TestSupport
import TextAnalysis

/// Compares the answers of two indexes to the same queries.
struct Comparison {
  private let left: ReportIndex
  private let right: ReportIndex
  private var queryCount = 0
  private var hitCount = 0
  private var answerCount = 0
  /// The descriptions of the queries whose answers differ.
  private(set) var differences: [String] = []

  init(_ left: ReportIndex, _ right: ReportIndex) { (self.left, self.right) = (left, right) }

  var summary: String {
    "\(queryCount) queries with \(hitCount) hits, \(answerCount) answers compared, "
      + "\(differences.count) differ"
  }

  /// Compares all kinds of answers.
  ///
  /// - Parameter count: The number of random queries, and the number of sampled strings.
  mutating func compareAll(drawn count: Int) throws {
    compare("contents") { try "\($0.contents()) \($0.fingerprint()) \($0.generation())" }
    compare("reports") { try "\($0.reports())" }
    compare("copies") { try "\($0.copies(limit: .max)) \($0.reportPairs(limit: 50))" }
    compare("corrections") { try "\($0.corrections())" }
    for report in try left.read({ try $0.reports() }).prefix(20) {
      compare("report \(report.identifier)") { index in
        let report = try index.report(identifiedBy: report.identifier)
        return try "\(index.paragraphs(of: report)) \(index.removedLines(besides: report)) "
          + "\(index.copies(in: report)) \(index.reports(besides: report))"
      }
    }
    let parser = QueryParser(concepts: QuerySuite.concepts)
    for row in try SuiteTable("queries.tsv").rows { compare(try parser.parse(row[0])) }
    var drawn = RandomQuery(seed: 20_261_122)
    for _ in 0..<count { compare(drawn.query()) }
    for literal in try drawnLiterals(count: count) { compare(.term(.literal(literal))) }
    for question in ["怎样防止学生辍学？", "营养改善计划怎么落实", "a", "安全 检查 学校"] {
      compare("ask \(question)") { try "\($0.ask(question, limit: 30))" }
    }
  }

  /// Returns strings sampled from the index. Some are loose, and some have an additional character
  /// that may not match.
  private func drawnLiterals(count: Int) throws -> [Literal] {
    try left.read { try $0.sampleStrings(count: count) }.enumerated().compactMap { number, string in
      let text = number % 7 == 0 ? string.string + "辍" : string.string
      return Literal(text, allowsInterruption: number % 4 == 0)
    }
  }

  private mutating func compare(_ query: Query) {
    queryCount += 1
    var found = 0
    compare("search \(query)") { index in
      // Up to 500 hits with all facets.
      let result = try index.search(
        query, limit: 500,
        options: SearchOptions(order: .rank, facets: Set(Facet.allCases), foldsCopies: false))
      found = result.totals.paragraphs
      let facets = result.facets.sorted { $0.key.rawValue < $1.key.rawValue }
      return "\(result.totals) \(result.totalsWithoutCopies) \(facets) \(result.hits)"
    }
    hitCount += found
    compare("by year \(query)") {
      let result = try $0.search(
        query, limit: 50, options: SearchOptions(order: .year, foldsCopies: true))
      return "\(result.totals) \(result.totalsWithoutCopies) \(result.hits)"
    }
    compare("ids and scores \(query)") { try "\($0.ranking(of: query, limit: .max))" }
    guard queryCount % 5 == 0 else { return }
    compare("counts \(query)") { index in
      let table = try index.counts(of: query, by: .mentionYear, and: .province)
      let cells = table.rows.indices.map { row in
        table.columns.indices.map { table[row, $0] }
      }
      return "\(table.rows) \(table.columns) \(table.all) \(table.totals) \(cells)"
    }
    compare("export \(query)") { index in
      var hits: [String] = []
      let totals = try index.forEachHit(of: query) { hits.append("\($0)") }
      return "\(hits) \(totals)"
    }
    if found == 0 {
      compare("suggestions \(query)") { try "\($0.suggestions(for: query))" }
    } else {
      compare("explanation \(query)") { index in
        try
          "\(index.explanation(of: index.search(query, limit: 5)).parts.sorted { $0.key < $1.key })"
      }
    }
  }

  private mutating func compare(_ what: String, _ answer: (Searcher) throws -> String) {
    func said(by index: ReportIndex) -> String {
      do { return try index.read(answer) } catch { return "error: \(error)" }
    }
    let (first, second) = (said(by: left), said(by: right))
    answerCount += 1
    guard first != second else { return }
    differences.append(what)
    let place = zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
    print("DIFFERENT: \(what)")
    for text in [first, second] {
      print(
        "  " + String(decoding: text.utf8.dropFirst(max(place - 60, 0)).prefix(200), as: UTF8.self))
    }
  }
}
