package import ReportSearch
import TextAnalysis

extension IndexContents {
  /// How much the index holds, as JSON.
  ///
  /// - Parameter fingerprint: The fingerprint of the index.
  package func record(fingerprint: String) -> Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)),
      ("files", .integer(files)),
      ("sources", .integer(sources)),
      ("source_bytes", .integer(sourceBytes)),
      ("reports", .integer(reports)),
      ("reports_without_year", .integer(reportsWithoutYear)),
      ("first_year", .integer(years?.lowerBound)),
      ("last_year", .integer(years?.upperBound)),
      ("paragraphs", .integer(paragraphs)),
      ("characters", .integer(characters)),
      ("removed_lines", .integer(removedLines)),
      ("folding_version", .text(FoldingVersion.current)),
      ("index_fingerprint", .text(fingerprint)),
    ])
  }
}
