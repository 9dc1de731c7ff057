import Corpus
import ReportSearch
import ResultFormats

/// A hit in the list of hits.
struct HitView {
  let language: Language
  let state: SearchState

  /// The maximum length of a paragraph that is shown whole, in Unicode scalars.
  private static let wholeLength = 220

  func view(of hit: Hit) -> View {
    let report = hit.report
    return [
      "rank": hit.rank,
      "title": report.title,
      "address": ReportState(hit, state).address,
      "place": place(of: hit),
      "path": hit.paragraph.headingPath.joined(separator: " › "),
      "hasPath": !hit.paragraph.headingPath.isEmpty,
      "facts": [hit.region.name, report.documentType.rawValue, report.issuer?.name]
        .compactMap(\.self).filter { !$0.isEmpty },
      "section": hit.paragraph.section.label(in: language),
      "hasSection": hit.paragraph.section != .other,
      "years": YearView(language: language).views(of: hit.matches, in: report),
      "snippets": snippets(of: hit),
      "isLoose": hit.matches.contains { $0.kind == .loose },
      "copies": View.optional(hit.copies.map { CopiesLink($0, state, language).view }),
      "citation": Citation(report, language).line(of: hit.paragraph),
      "whole": hit.paragraph.text,
    ]
  }

  private func place(of hit: Hit) -> String {
    let page = hit.paragraph.page.map { language.choose("第 \($0) 页 ", "page \($0), ") } ?? ""
    return page
      + language.choose("第 \(hit.paragraph.number) 段", "paragraph \(hit.paragraph.number)")
  }

  private func snippets(of hit: Hit) -> [View] {
    let text = Array(hit.paragraph.text.unicodeScalars)
    guard text.count > Self.wholeLength else {
      let pieces = MarkedPieces.views(
        of: text, in: 0..<text.count, marks: hit.matches.flatMap(\.markedRanges))
      return [["pieces": pieces, "cutBefore": false, "cutBehind": false]]
    }
    return hit.snippets().map { snippet in
      [
        "pieces": MarkedPieces.views(
          of: text, in: snippet.characterRange, marks: snippet.matches.flatMap(\.markedRanges)),
        "cutBefore": snippet.isCutBefore, "cutBehind": snippet.isCutBehind,
      ]
    }
  }
}
