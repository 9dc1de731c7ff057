import Corpus
import ReportSearch
import ResultFormats

/// The years of a match, with the evidence for them.
struct YearView {
  let language: Language

  /// Returns the label of the years of a table row.
  func label(row: String) -> String {
    switch row {
    case MentionedYears.placeholder.row: language.choose("年份已隐去", "year redacted")
    case MentionedYears.undated.row: language.choose("不详", "unknown")
    default: row
    }
  }

  /// Returns the distinct years of matches, each with a short basis and with the full basis as
  /// `evidence`.
  func views(of matches: [Match], in report: IndexedReport) -> [View] {
    var seen: Set<String> = []
    return matches.compactMap { match in
      let (label, evidence) = (text(of: match.year), basis(of: match.year, in: report))
      guard seen.insert(label + evidence).inserted else { return nil }
      return [
        "label": label, "basis": shortBasis(of: match.year, in: report), "evidence": evidence,
      ]
    }
  }

  /// Returns the basis of the years in one or two words; empty if the years are unknown.
  private func shortBasis(of year: YearSpan, in report: IndexedReport) -> String {
    switch year.kind {
    case .none, .placeholder: ""
    case .fact, .target:
      year.basis == .report
        ? language.choose("据报告", "report") + " " + report.year.basis.label(in: language)
        : language.choose("据", "") + year.basis.label(in: language)
    }
  }

  /// Returns the years as a label: `目标 2015`, `不详`.
  func text(of year: YearSpan) -> String {
    let target = year.kind == .target ? language.choose("目标 ", "target ") : ""
    return target + label(row: year.years.row)
  }

  /// Returns the basis of the years as a sentence or phrase, with the evidence quoted from the
  /// text.
  func basis(of year: YearSpan, in report: IndexedReport) -> String {
    let words =
      year.evidence.isEmpty ? "" : language.choose("“\(year.evidence)”", " “\(year.evidence)”")
    switch year.kind {
    case .none:
      return language.choose(
        "句中、段首、标题和报告均未写明年份",
        "no year in the sentence, the headings or the report") + words
    case .placeholder:
      return language.choose("原文已隐去年份：", "year redacted in the text:") + words
    case .fact, .target:
      guard year.basis == .report else {
        let basis = year.basis.label(in: language)
        return language.choose("据\(basis)", "from \(basis)") + words
      }
      let basis = report.year.basis.label(in: language)
      let title = report.year.evidence.map { language.choose("“\($0)”", " “\($0)”") } ?? ""
      return language.choose("据报告年份（\(basis)）\(title)", "from the report year (\(basis))\(title)")
    }
  }
}
