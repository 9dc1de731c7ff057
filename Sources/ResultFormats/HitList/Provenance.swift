import Corpus
public import Foundation
public import ReportSearch
import TextAnalysis

/// What stands beside a hit list, so that somebody else can tell how it was made.
public enum Provenance {
  /// Describes a hit list.
  ///
  /// - Parameters:
  ///   - queries: The queries with the numbers of what they found.
  ///   - fingerprint: The fingerprint of the index.
  ///   - programVersion: The version of the program.
  ///   - date: When the list was made; it stands nowhere else.
  public static func record(
    of queries: [(HitList.TypedQuery, SearchResult.Totals)], _ options: HitListOptions,
    fingerprint: String, programVersion: String, date: Date
  ) -> Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)),
      ("program", .text("duansou")),
      ("program_version", .text(programVersion)),
      ("folding_version", .text(FoldingVersion.current)),
      ("extraction_version", .integer(SourceReader.extractionVersion)),
      ("index_fingerprint", .text(fingerprint)),
      ("created", .text(date.formatted(.iso8601))),
      (
        "queries",
        .records(
          queries.map { query, totals in
            Record([
              ("query", .text(query.text)),
              ("read_as", .text(query.query.description)),
              ("totals", .record(SearchAnswer.totals(totals))),
            ])
          })
      ),
      (
        "options",
        .record(
          Record([
            ("format", .text(options.format.rawValue)),
            ("per", .text(options.row.rawValue)),
            ("context", .integer(options.context)),
            ("limit", .integer(options.limit)),
            ("sort", .text(options.order.rawValue)),
            (
              "formulas",
              options.format == .csv
                ? .text(options.keepsFormulas ? "kept" : "apostrophe in front") : .null
            ),
          ]))
      ),
    ])
  }
}
