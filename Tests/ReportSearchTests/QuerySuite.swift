import Corpus
import ReportSearch
import TestSupport
import Testing
import TextAnalysis

/// The suite `Suites/queries.tsv` over the reports of `Suites/corpus.tsv`.
struct QuerySuite {
  /// The concepts that the queries call.
  static let concepts = try! ConceptList(
    """
    印度\t印度\t印度尼西亚
    双减\t双减
    双减\t减负
    党建\t党建
    党建\tD建
    控辍\t控辍
    控辍\t控辍保学
    三公\t三公\t三公里
    """)

  /// The reports.
  let items: [PlainSearch.Item]
  /// The label and the folded text of each paragraph.
  let paragraphs: [(label: String, text: [Unicode.Scalar])]

  /// Reads the reports.
  init() throws {
    var items: [PlainSearch.Item] = []
    var paragraphs: [(String, [Unicode.Scalar])] = []
    let rows = try SuiteTable("corpus.tsv").rows
    for head in rows where head[0] == "report" {
      let members = rows.filter { $0[0] != "report" && $0[0].hasPrefix(head[1]) }
      items.append(Self.item(head, members))
      paragraphs += items.last!.report.paragraphs.enumerated().map {
        (members[$0][0], Array(FoldedText($1.text).string.unicodeScalars))
      }
    }
    (self.items, self.paragraphs) = (items, paragraphs)
  }

  private static func item(_ head: [String], _ members: [[String]]) -> PlainSearch.Item {
    let isCode = head[6].allSatisfy(\.isNumber)
    let report = Report(
      part: 1,
      head: ReportHead(title: head[2], publishDate: CalendarDate(iso8601: head[7])),
      year: Int(head[3]).map { ReportYear(year: $0, basis: .title) } ?? .unknown,
      documentType: DocumentType(rawValue: head[4])!,
      issuer: head[5].isEmpty ? nil : Issuer(name: head[5], basis: .title),
      region: Region(code: isCode ? head[6] : nil, name: isCode ? nil : head[6], basis: .title),
      paragraphs: members.enumerated().map { place, row in
        let (text, years) = Self.attributed(row[4].replacing("⏎", with: "\n"))
        return Paragraph(
          text: text, kind: Paragraph.Kind(rawValue: row[1])!,
          heading: members.firstIndex { $0[0] == row[2] }, lineNumber: place + 1,
          section: SectionKind(rawValue: row[3])!, years: years)
      })
    return PlainSearch.Item(report, identifier: head[9], paths: [head[8]])
  }

  /// Takes the years in braces out of a text.
  private static func attributed(_ marked: String) -> (text: String, years: [YearSpan]) {
    var text = ""
    var starts: [(Int, MentionedYears)] = []
    for part in marked.split(separator: "{") {
      let pieces = part.split(separator: "}", maxSplits: 1)
      if pieces.count == 2 { starts.append((text.unicodeScalars.count, years(of: pieces[0]))) }
      text += pieces.last!
    }
    let ends = starts.dropFirst().map(\.0) + [text.unicodeScalars.count]
    let spans = zip(starts, ends).map { start, end in
      YearSpan(range: start.0..<end, years: start.1, kind: .fact, basis: .clause)
    }
    return (text, spans)
  }

  private static func years(of row: Substring) -> MentionedYears {
    guard row != "placeholder" else { return .placeholder }
    let ends = row.split(separator: "–").map { Int($0)! }
    return MentionedYears(from: ends[0], to: ends.last!, row: String(row))
  }

  /// What was found as the suite writes it, with the places that the wanted answer tells.
  func answer(_ found: PlainSearch.Found, like wanted: String) -> String {
    let places = wanted.split(separator: " ").map {
      $0.split { $0 == "=" || $0 == "·" }.dropFirst()
    }
    let parts = found.sorted { $0.key < $1.key }.enumerated().map { order, entry in
      let (label, text) = paragraphs[entry.key]
      let told = order < places.count ? Array(places[order]) : []
      let matches = entry.value.enumerated().map { number, match in
        let isPlaced = number < told.count && told[number].contains("@")
        return (match.kind == .loose ? "~" : "")
          + String(String.UnicodeScalarView(text[match.range]))
          + (isPlaced ? "@\(match.range.lowerBound)" : "")
      }
      return label + "=" + matches.joined(separator: "·")
    }
    return parts.isEmpty ? "-" : parts.joined(separator: " ")
  }
}

struct QuerySuiteTests {
  @Test func `the plain search answers the suite as wanted by hand`() throws {
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

  @Test func `the index answers the suite as wanted by hand`() throws {
    let suite = try QuerySuite()
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("suite.sqlite"))
    for item in suite.items {
      try writer.add(Source(holding: item.report), file: .named(item.paths[0]))
    }
    try writer.commit()
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

extension Source {
  /// A source of one report.
  fileprivate init(holding report: Report) {
    let digest = Array(report.title.utf8).withUnsafeBytes { Digest(of: $0) }
    self.init(
      digest: digest, byteCount: 0, format: .text, encoding: .utf8, reports: [report],
      removedLines: [])
  }
}
