package import ReportSearch
import TextAnalysis

extension IndexContents {
  /// Returns the size of the index as a JSON record: counts of files, reports, paragraphs and
  /// characters, with the fingerprint and the folding version.
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
