import Corpus
import ReportSearch
import ResultFormats

/// A one-line citation of a report or a paragraph, to append to a quotation.
struct Citation {
  private let report: IndexedReport
  private let language: Language

  init(_ report: IndexedReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The citation of the report: issuer, title, date or year, URL.
  var line: String {
    let title = language.choose("《\(report.title)》", "“\(report.title)”")
    let date = report.publishDate ?? report.year.year.map(String.init)
    let facts = [report.issuer?.name, title, date, report.url].compactMap(\.self)
    return facts.joined(separator: language.choose("，", ", "))
  }

  /// Returns the citation of a paragraph of the report.
  func line(of paragraph: IndexedParagraph) -> String {
    line
      + language.choose(
        "，第 \(paragraph.number) 段（\(paragraph.identifier)）",
        ", paragraph \(paragraph.number) (\(paragraph.identifier))")
  }
}
