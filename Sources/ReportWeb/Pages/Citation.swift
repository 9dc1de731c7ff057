import Corpus
import ReportSearch
import ResultFormats

/// Where a paragraph comes from, in a line that can be put behind a quotation.
struct Citation {
  private let report: IndexedReport
  private let language: Language

  init(_ report: IndexedReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The report: issuer, title, date or year, address.
  var line: String {
    let title = language.choose("《\(report.title)》", "“\(report.title)”")
    let date = report.publishDate ?? report.year.year.map(String.init)
    let facts = [report.issuer?.name, title, date, report.url].compactMap(\.self)
    return facts.joined(separator: language.choose("，", ", "))
  }

  /// The report and the paragraph in it.
  func line(of paragraph: IndexedParagraph) -> String {
    line
      + language.choose(
        "，第 \(paragraph.number) 段（\(paragraph.identifier)）",
        ", paragraph \(paragraph.number) (\(paragraph.identifier))")
  }
}
