import Corpus
import ReportSearch
import ResultFormats
import TextAnalysis

/// A report with its table of contents, and with the matches of a query marked.
struct ReportPage: Page {
  let template = "report"
  let title: String
  let view: View

  /// Reads the report and searches it for the query.
  ///
  /// - Throws: An `IndexError`, or a `QueryParserError` if the query is too long.
  init(
    _ state: ReportState, _ language: Language, in index: Searcher, parser: QueryParser
  ) throws {
    let report = try index.report(identifiedBy: state.report)
    let query = try parser.lenientReading(of: state.search.query)?.query
      .narrowed(to: state.search.filters())
    var matches: [Int: [Match]] = [:]
    if let query {
      // The report filter matches a prefix of the identifier. The full identifier selects this
      // report only.
      let here = query.narrowed(to: [[.text(.report, FoldedText(report.identifier))]])
      _ = try index.forEachHit(of: here, order: .source) {
        matches[$0.paragraph.number] = $0.matches
      }
    }
    title = report.title + language.choose(" · 段搜", " · duansou")
    let paragraphs = try index.paragraphs(of: report)
    let body = ReportBody(
      paragraphs, matches: matches, copies: try index.copies(in: report).taken, state: state,
      report: report, language: language)
    let removed = try index.removedLines(besides: report).count
    view = [
      "heading": report.title,
      "facts": ReportFacts(report, language).views,
      "losses": report.incompleteness.map { $0.message(in: language) },
      "hasLosses": !report.incompleteness.isEmpty,
      "contents": body.contents, "hasContents": !body.contents.isEmpty,
      "paragraphs": body.paragraphs,
      "matchCount": body.matchCount.grouped, "hasMatches": body.matchCount > 0,
      "query": state.search.query, "hasQuery": query != nil,
      "back": state.search.address,
      "sourceAddress": state.address(of: "/report/\(report.identifier)/source"),
      "removedCount": removed.grouped, "hasRemoved": removed > 0,
      "referenceAddress": "/report/\(report.identifier)/reference",
      "citation": Citation(report, language).line,
      "identifier": report.identifier,
    ]
  }
}
