import Corpus
public import ReportSearch
import TextAnalysis

/// The test suite in `Suites/queries.tsv`, whose queries run over the reports in
/// `Suites/corpus.tsv`.
public struct QuerySuite {
  /// The concepts that the queries use.
  public static let concepts = try! ConceptList(
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

  /// The reports of the suite, in the order of the table.
  public let items: [PlainSearch.Item]
  /// The label and the folded text of each paragraph.
  private let paragraphs: [(label: String, text: [Unicode.Scalar])]

  /// Reads the reports from the table.
  public init() throws {
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

  /// Returns a text without the years in braces, and the year spans that these open.
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

  /// Returns a result in the notation of the suite. Only matches with an offset in `wanted` get
  /// one, as `@` and the folded character offset.
  public func answer(_ found: PlainSearch.Found, like wanted: String) -> String {
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

  /// Writes an index of the reports.
  public func write(to path: String) throws {
    let writer = try IndexWriter(path: path)
    for item in items {
      try writer.add(Source(holding: item.report), file: .named(item.paths[0]))
    }
    try writer.commit()
  }
}

extension Source {
  /// Creates a source that contains one report.
  fileprivate init(holding report: Report) {
    let digest = Array(report.title.utf8).withUnsafeBytes { Digest(of: $0) }
    self.init(
      digest: digest, byteCount: 0, format: .text, encoding: .utf8, reports: [report],
      removedLines: [])
  }
}
