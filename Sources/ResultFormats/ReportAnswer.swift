import Corpus
package import ReportSearch

extension IndexedReport {
  /// Returns the report as JSON.
  ///
  /// - Parameter language: The language of the reasons why text may be missing.
  package func record(in language: Language) -> Record {
    Record([
      ("report_id", .text(identifier)),
      ("title", .text(title)),
      ("report_year", .integer(year.year)),
      ("report_year_basis", .text(year.basis.rawValue)),
      ("report_year_evidence", .text(year.evidence)),
      ("report_year_conflict", .boolean(yearConflict != nil)),
      ("conflict_year", .integer(yearConflict?.year)),
      ("conflict_evidence", .text(yearConflict?.evidence)),
      ("doc_type", .text(documentType.rawValue)),
      ("issuer", .text(issuer?.name)),
      ("region_code", .text(region.code)),
      ("region_name", .text(region.name)),
      ("region_basis", .text(region.basis.rawValue)),
      ("publish_date", .text(publishDate)),
      ("paragraphs", .integer(paragraphCount)),
      ("source_path", .text(sourcePaths[0])),
      ("source_paths", .path(sourcePaths)),
      ("source_part", .integer(part)),
      ("encoding", .text(encoding)),
      ("incomplete", .boolean(!incompleteness.isEmpty)),
      ("incomplete_reasons", .records(incompleteness.map { $0.record(in: language) })),
    ])
  }
}
