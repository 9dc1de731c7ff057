import Corpus
import ReportSearch
import ResultFormats

/// The paragraphs of a report with matches marked, and the table of contents.
struct ReportBody {
  /// The paragraphs, in document order.
  private(set) var paragraphs: [View] = []
  /// The headings, each with the number of marks from it to the next heading.
  private(set) var contents: [View] = []
  /// The total number of marks.
  private(set) var matchCount = 0

  private struct Entry {
    var label: String
    var number: Int
    var depth: Int
    var firstMatch = 0
    var matches = 0
  }

  init(
    _ all: [IndexedParagraph], matches: [Int: [Match]], copies: [ReportCopies.Taken],
    state: ReportState, report: IndexedReport, language: Language
  ) {
    let origins = Dictionary(
      uniqueKeysWithValues: copies.map { ($0.paragraph.paragraph.number, $0.origin) })
    let years = YearView(language: language)
    let citation = Citation(report, language)
    var entries: [Entry] = []
    for paragraph in all {
      let isHeading = paragraph.kind == .heading || paragraph.kind == .title
      if isHeading {
        entries.append(
          Entry(
            label: paragraph.text, number: paragraph.number, depth: paragraph.headingPath.count))
      }
      let found = matches[paragraph.number] ?? []
      let text = Array(paragraph.text.unicodeScalars)
      let marks = found.map(\.characterRange).overlapsUnited
      if !entries.isEmpty, !marks.isEmpty {
        if entries[entries.count - 1].matches == 0 {
          entries[entries.count - 1].firstMatch = matchCount + 1
        }
        entries[entries.count - 1].matches += marks.count
      }
      paragraphs.append([
        "number": paragraph.number, "isHeading": isHeading,
        "isTitle": paragraph.kind == .title, "isHigh": paragraph.headingPath.isEmpty,
        "isTable": paragraph.kind == .table, "isSignature": paragraph.kind == .signature,
        "pieces": MarkedPieces.views(
          of: text, in: 0..<text.count, marks: marks, firstNumber: matchCount + 1),
        "hasMatches": !marks.isEmpty,
        "years": years.views(of: found, in: report),
        "taken": View.optional(
          origins[paragraph.number].map { origin -> View in
            [
              "title": origin.report.title,
              "address": ReportState(
                report: origin.report.identifier, search: state.search,
                paragraph: origin.paragraph.number
              ).address,
              "compare": CopiesPage.address(of: paragraph.identifier, state.search),
            ]
          }),
        "page": View.optional(
          paragraph.page.map { language.choose("第 \($0) 页", "page \($0)") }),
        "citation": citation.line(of: paragraph), "whole": paragraph.text,
      ])
      matchCount += marks.count
    }
    contents = entries.map { entry in
      [
        "label": entry.label, "number": entry.number, "depth": min(entry.depth, 4),
        "matches": entry.matches, "hasMatches": entry.matches > 0, "first": entry.firstMatch,
      ]
    }
  }
}
