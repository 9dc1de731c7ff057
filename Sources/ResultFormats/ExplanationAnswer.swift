import Corpus
import ReportSearch

extension Explanation {
  /// The source of the posting lists: `pages` if FTS5's pages were read directly, `interface` if
  /// FTS5's own interface returned them.
  var postings: String { unreadablePages == nil ? "pages" : "interface" }

  /// Returns the explanation of a hit as JSON: the contribution of each term to its score, and the
  /// evidence for the year and region of its report.
  func record(of hit: Hit) -> Record {
    Record([
      (
        "terms",
        .records(
          (parts[hit.paragraph.identifier] ?? []).map { part in
            Record([
              ("term", .text(part.term.term.description)),
              ("tf", .integer(part.frequency)),
              ("df", .integer(part.term.paragraphCount)),
              ("idf", .number(part.term.inverseDocumentFrequency)),
              ("score", .number(part.score)),
            ])
          })
      ),
      ("paragraphs", .integer(paragraphCount)),
      ("boost", .number(Self.boost(of: hit.paragraph.kind))),
      ("report_year_evidence", .text(hit.report.year.evidence)),
      ("region_evidence", .text(hit.region.evidence)),
    ])
  }
}
