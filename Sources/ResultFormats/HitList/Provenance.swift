import Corpus
package import Foundation
package import ReportSearch
import TextAnalysis

/// The provenance of a table, with which someone else can reproduce it: the state of the index, the
/// version of the program, and the matches that were left out.
package struct Provenance: Sendable {
  /// The fingerprint of the index.
  package let fingerprint: String
  /// The manual corrections in the index, with the reports that they belong to.
  package let corrections: [Searcher.CorrectedReports]
  /// The number of files and parts with supplied metadata.
  package let metadataCount: Int
  /// The number of reports of whose source text may be missing.
  package let incompleteReportCount: Int
  /// The version of the program.
  package let programVersion: String
  /// The rejected matches, which tables omit.
  package let rejected: RejectedHits
  /// The identifiers of rejected matches that do not exist in the index.
  package let unknownRejected: [String]

  /// Reads the provenance of results of an index.
  ///
  /// - Throws: An `IndexError`.
  package init(
    of index: Searcher, programVersion: String, rejecting rejected: RejectedHits = RejectedHits()
  ) throws {
    fingerprint = try index.fingerprint()
    corrections = try index.correctedReports()
    metadataCount = try index.metadataCount()
    incompleteReportCount = try index.incompleteReportCount()
    self.programVersion = programVersion
    self.rejected = rejected
    unknownRejected = try index.unknown(in: rejected)
  }

  /// Returns the provenance of a table as a record.
  ///
  /// - Parameters:
  ///   - answers: The queries with their totals.
  ///   - options: The options of the table.
  ///   - date: The date of creation; `nil` for provenance inside the table itself, so that equal
  ///     tables have equal bytes.
  package func record(of answers: [HitList.Answer], _ options: Record, date: Date?) -> Record {
    var fields: [(String, Cell)] = [
      ("schema", .integer(SearchAnswer.schema)),
      ("program", .text("duansou")),
      ("program_version", .text(programVersion)),
      ("folding_version", .text(FoldingVersion.current)),
      ("extraction_version", .integer(SourceReader.extractionVersion)),
      ("index_fingerprint", .text(fingerprint)),
    ]
    if let date { fields.append(("created", .text(date.formatted(.iso8601)))) }
    fields += [
      ("queries", .records(answers.map(\.record))), ("options", .record(options)),
      ("incomplete_reports", .integer(incompleteReportCount)),
      ("metadata_entries", .integer(metadataCount)),
      ("corrections_count", .integer(corrections.count)),
      ("corrections", .records(corrections.map(\.record))),
      (
        "rejected",
        .records(
          rejected.rows.map { row in
            Record([
              ("hit_id", .text(row.hitID)), ("reason", .text(row.reason)),
              ("in_index", .boolean(!unknownRejected.contains(row.hitID))),
            ])
          })
      ),
    ]
    return Record(fields)
  }
}

extension HitList.Answer {
  /// The query and its totals as JSON.
  var record: Record {
    Record([
      ("name", .text(query.name)), ("query", .text(query.text)),
      ("read_as", .text(query.query.description)),
      ("totals", .record(SearchAnswer.totals(totals))),
      ("rejected", .integer(totals.rejected)),
    ])
  }
}

extension Searcher.CorrectedReports {
  /// The correction as it is exported, and the identifiers of its reports.
  fileprivate var record: Record {
    Record(
      CorrectionTable.row(correction).fields.map { ($0.name, $0.value) }
        + [("report_ids", .path(reports))])
  }
}
