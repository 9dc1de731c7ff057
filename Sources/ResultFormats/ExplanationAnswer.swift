import Corpus
import ReportSearch

extension Explanation {
  /// Who gave the lists of postings: `pages`, or `interface`.
  var postings: String { unreadablePages == nil ? "pages" : "interface" }

  /// The explanation of a hit as JSON: what each term adds to its score, and the words that tell what is
  /// known of its report.
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
