@testable import Corpus

/// A report from lines, as the splitter gives it and the attribution tells it.
func report(_ lines: [String], file: String = "文件", date: String? = nil) -> Report {
  var document = SourceDocument(
    lines: lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  document.metadata.date = date.flatMap { CalendarDate(iso8601: $0) }
  let reports = ReportSplitter.split(document, untitled: file).reports
  let attribution = ReportAttribution(fileName: file, isAlone: reports.count == 1)
  return attribution.attributed(reports[0])
}
