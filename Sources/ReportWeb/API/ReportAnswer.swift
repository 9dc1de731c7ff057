import Corpus
import ReportSearch
import ResultFormats

/// Paragraphs and boilerplate lines of a report as JSON, with the field names of hit lists.
enum ReportAnswer {
  static func record(_ paragraph: IndexedParagraph) -> Record {
    Record([
      ("paragraph_id", .text(paragraph.identifier)),
      ("paragraph_number", .integer(paragraph.number)),
      ("page", paragraph.page.map { .integer($0) } ?? .null),
      ("paragraph", .text(paragraph.text)),
      ("paragraph_kind", .text(paragraph.kind.rawValue)),
      ("section_kind", .text(paragraph.section.rawValue)),
      ("heading_path", .path(paragraph.headingPath)),
      ("line_number", .integer(paragraph.lineNumber)),
      (
        "years",
        .records(
          paragraph.years.map { span in
            Record([
              ("char_from", .integer(span.range.lowerBound)),
              ("char_to", .integer(span.range.upperBound)),
              ("mention_year_row", .text(span.years.row)),
              ("mention_kind", .text(span.kind.rawValue)),
              ("year_basis", .text(span.basis.rawValue)),
              ("year_evidence", .text(span.evidence)),
            ])
          })
      ),
    ])
  }

  static func record(_ line: RemovedLine) -> Record {
    Record([
      ("line_number", .integer(line.lineNumber)), ("text", .text(line.text)),
      ("reason", .text(line.reason.rawValue)),
    ])
  }
}

extension Record {
  /// Returns the record with additional fields. Fields without a value are omitted.
  func adding(_ more: [(String, Cell?)]) -> Record {
    Record(
      fields.map { ($0.name, $0.value) }
        + more.compactMap { name, value in value.map { (name, $0) } })
  }
}
