import Corpus
import ReportSearch
import TextAnalysis

extension PlainSearch {
  /// Returns true if a match passes a query that consists of filters only.
  func passes(_ query: Query, _ match: PlainMatch, ofParagraph number: Int) -> Bool {
    switch query {
    case .filter(let filter): passes(filter, match, ofParagraph: number)
    case .excluding(let query): !passes(query, match, ofParagraph: number)
    case .all(let queries): queries.allSatisfy { passes($0, match, ofParagraph: number) }
    case .any(let queries): queries.contains { passes($0, match, ofParagraph: number) }
    case .term, .near, .same: preconditionFailure("no filter: \(query)")
    }
  }

  private func passes(_ filter: Filter, _ match: PlainMatch, ofParagraph number: Int) -> Bool {
    let (itemNumber, place, text) = paragraphs[number]
    let item = items[itemNumber]
    let report = item.report
    let paragraph = report.paragraphs[place]
    func says(_ text: String, _ wanted: FoldedText) -> Bool { FoldedText(text).contains(wanted) }
    switch filter {
    case .mentionYear(let years):
      // The years of the last span that begins at or before the match's first original character.
      let start = text.origins[match.range.lowerBound].lowerBound
      let span = paragraph.years.last { $0.range.lowerBound <= start }
      return years.contains(span?.years ?? yearsOfReport(report))
    case .reportYear(let years): return years.contains(yearsOfReport(report))
    case .published(let days): return days.contains(report.publishDate)
    case .region(let region): return region.contains(paragraph.region ?? report.region)
    case .documentType(let name): return says(report.documentType.rawValue, name)
    case .section(let section): return paragraph.section == section
    case .text(.title, let wanted): return says(report.title, wanted)
    case .text(.heading, let wanted):
      var heading = paragraph.heading
      while let above = heading {
        if says(report.paragraphs[above].text, wanted) { return true }
        heading = report.paragraphs[above].heading
      }
      return false
    case .text(.issuer, let wanted): return report.issuer.map { says($0.name, wanted) } ?? false
    case .text(.path, let wanted): return item.paths.contains { says($0, wanted) }
    case .text(.report, let wanted): return FoldedText(item.identifier).hasPrefix(wanted)
    }
  }

  private func yearsOfReport(_ report: Report) -> MentionedYears {
    report.year.year.map { MentionedYears(from: $0, to: $0, row: "\($0)") } ?? .undated
  }
}
