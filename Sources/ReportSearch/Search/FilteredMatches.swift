import Corpus
import GRDB
import TextAnalysis

/// Counts the matches of paragraphs that pass the filters of a query.
struct FilteredMatches {
  private let query: Query
  private let filters: [Filter]
  private var reader: IndexedTextReader

  /// Takes the filters of a query.
  init(of query: Query, in db: Database) {
    self.query = query
    filters = query.filters
    reader = IndexedTextReader(db)
  }

  /// Returns how many matches of a paragraph pass.
  ///
  /// - Complexity: Reads the paragraph, and folds it where a filter asks for the years of its matches.
  mutating func counts(inParagraph id: UInt32) throws -> Evaluation.MatchCounts {
    let (paragraph, reportID) = try reader.paragraph(Int(id))
    let report = try reader.report(reportID)
    guard filters.allSatisfy({ $0.admits(paragraph, of: report) }) else {
      return Evaluation.MatchCounts()
    }
    let matches = Match.matches(
      of: query.literals, in: paragraph, ofReport: report.year, passing: query.yearFilters)
    let loose = matches.count { $0.kind == .loose }
    return Evaluation.MatchCounts(literal: matches.count - loose, loose: loose)
  }
}

extension Filter {
  /// Whether a paragraph can pass, as far as that does not depend on its single matches.
  func admits(_ paragraph: IndexedParagraph, of report: IndexedReport) -> Bool {
    switch self {
    case .mentionYear: true
    case .reportYear(let filter): filter.contains(YearSpan(ofReport: report.year).years)
    case .published(let filter):
      filter.contains(report.publishDate.flatMap(CalendarDate.init(iso8601:)))
    case .region(let filter): filter.contains(paragraph.region ?? report.region)
    case .documentType(let name): FoldedText(report.documentType.rawValue).contains(name)
    case .section(let section): paragraph.section == section
    case .text(.title, let text): FoldedText(report.title).contains(text)
    case .text(.heading, let text): paragraph.headingPath.contains { FoldedText($0).contains(text) }
    case .text(.issuer, let text): report.issuer.map { FoldedText($0.name).contains(text) } ?? false
    case .text(.path, let text): report.sourcePaths.contains { FoldedText($0).contains(text) }
    case .text(.report, let text): FoldedText(report.identifier).hasPrefix(text)
    }
  }
}
