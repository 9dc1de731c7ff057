import Corpus
import ReportSearch
import ResultFormats

/// All lines of a report's source in order, including the boilerplate lines with the reason for
/// their removal.
struct SourcePage: Page {
  let template = "source"
  let title: String
  let view: View

  /// - Throws: An `IndexError`.
  init(_ state: ReportState, _ language: Language, in index: Searcher) throws {
    let report = try index.report(identifiedBy: state.report)
    title = report.title + language.choose(" · 原文件", " · source")
    var lines: [(number: Int, view: View)] = try index.removedLines(besides: report).map {
      (
        $0.lineNumber,
        ["number": $0.lineNumber, "text": $0.text, "reason": $0.reason.label(in: language)]
      )
    }
    for other in try index.reports(besides: report) {
      lines += try index.paragraphs(of: other).map {
        ($0.lineNumber, ["number": $0.lineNumber, "text": $0.text, "reason": false])
      }
    }
    // Several lines of a web page may have the same number. Ties keep their order.
    let ordered = lines.enumerated().sorted {
      ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
    }
    view = [
      "heading": report.title, "lines": ordered.map(\.element.view),
      "back": state.address(of: "/report/\(report.identifier)"),
      "facts": ReportFacts(report, language).views,
    ]
  }
}
