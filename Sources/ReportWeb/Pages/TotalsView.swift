import ReportSearch
import ResultFormats

/// The totals of a search, as a sentence.
struct TotalsView {
  let language: Language

  func text(of totals: SearchResult.Totals) -> String {
    let (matches, paragraphs) = (totals.matches.grouped, totals.paragraphs.grouped)
    let reports = totals.reports.grouped
    let loose =
      totals.looseMatches == 0
      ? ""
      : language.choose(
        "，另有 \(totals.looseMatches.grouped) 处中间有标点",
        ", and \(totals.looseMatches.grouped) more with punctuation inside")
    return language.choose(
      "\(matches) 处，在 \(reports) 份报告的 \(paragraphs) 段里",
      "\(matches) \(totals.matches == 1 ? "match" : "matches") in \(paragraphs) "
        + "\(totals.paragraphs == 1 ? "paragraph" : "paragraphs") of \(reports) "
        + "\(totals.reports == 1 ? "report" : "reports")") + loose
  }
}
