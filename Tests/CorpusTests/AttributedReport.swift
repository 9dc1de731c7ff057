@testable import Corpus

/// Returns the report of some lines, after splitting and attribution.
func report(
  _ lines: [String], file: String = "文件", date: String? = nil, isAlone: Bool = true,
  told: ReportMetadata = ReportMetadata(), corrected: ReportMetadata = ReportMetadata()
) -> Report {
  var document = SourceDocument(
    lines: lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) })
  document.metadata.date = date.flatMap { CalendarDate(iso8601: $0) }
  var report = ReportSplitter.split(document, untitled: file).reports[0]
  report.metadata = told
  report.correction = corrected
  ReportAttribution(sourceName: file, isAlone: isAlone).attribute(&report)
  return report
}
