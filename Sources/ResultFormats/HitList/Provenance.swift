import Corpus
package import Foundation
package import ReportSearch
import TextAnalysis

/// What stands beside a table, so that somebody else can tell how it was made.
package struct Provenance: Sendable {
  /// The fingerprint of the index.
  package let fingerprint: String
  /// The version of the program.
  package let programVersion: String
  /// The matches that were left out.
  package let rejected: RejectedHits
  /// The names of those of them that the index does not have.
  package let unknownRejected: [String]

  /// Describes the index and the program.
  ///
  /// - Throws: An `IndexError`.
  package init(
    of index: Searcher, programVersion: String, rejecting rejected: RejectedHits = RejectedHits()
  ) throws {
    fingerprint = try index.fingerprint()
    self.programVersion = programVersion
    self.rejected = rejected
    unknownRejected = try index.unknown(in: rejected)
  }

  /// Describes a table.
  ///
  /// - Parameters:
  ///   - answers: The queries with the numbers of what they found.
  ///   - options: How the table was asked for.
  ///   - date: When the table was made; `nil` inside the table itself, which is the same at any time.
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
  /// The query and the numbers as JSON.
  var record: Record {
    Record([
      ("name", .text(query.name)), ("query", .text(query.text)),
      ("read_as", .text(query.query.description)),
      ("totals", .record(SearchAnswer.totals(totals))),
      ("rejected", .integer(totals.rejected)),
    ])
  }
}
