package import Foundation
import ReportSearch

/// A table of counts, ready to be written.
package struct CountFile: Sendable {
  /// How counts are written.
  package enum Format: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// Comma-separated values.
    case csv
    /// Tab-separated values.
    case tsv
    /// A workbook of Excel.
    case xlsx
    /// One JSON object.
    case json
    /// A chart.
    case svg

    /// The format that a file name asks for, or `nil` if it asks for none.
    package init?(fileName: String) {
      let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
      let ending = parts.last?.lowercased() ?? ""
      self.init(rawValue: ending == "txt" ? "text" : ending)
    }
  }

  private let columns: [String]
  private let rows: [Record]
  private let answers: [HitList.Answer]
  private let options: Record

  /// Takes the table of counts.
  package init(_ panel: CountPanel) {
    columns = panel.columnNames
    rows = panel.records
    answers = panel.totals
    options = panel.options
  }

  /// Takes lists of what never says something.
  ///
  /// - Precondition: There is a list, and all have the same axis.
  package init(_ lists: [AbsenceList]) {
    columns = AbsenceList.columnNames(by: lists[0].axis)
    rows = lists.flatMap(\.records)
    answers = lists.map {
      HitList.Answer(query: $0.answer.query, totals: $0.answer.table.totals)
    }
    options = Record([("absent_by", .text(columns[1]))])
  }

  /// The table as comma-separated values.
  package var csv: String {
    let csv = CSVFormat()
    return csv.header(columns) + rows.map(csv.line).joined()
  }

  /// The table as tab-separated values.
  package var tsv: String {
    let tsv = TSVFormat()
    return tsv.header(columns) + rows.map(tsv.line).joined()
  }

  /// Writes text to a file, and what tells how it was made beside it.
  ///
  /// - Parameter text: What goes into the file; `nil` for a workbook of the table.
  /// - Throws: A ``HitListError``.
  package func write(
    _ text: String?, to path: String, _ format: Format, _ provenance: Provenance, date: Date
  ) throws {
    let options = Record(
      [("format", .text(format.rawValue))] + options.fields.map { ($0.name, $0.value) })
    if let text {
      let file = try AtomicFile(path: path)
      if format == .csv { try file.write("\u{FEFF}") }
      try file.write(text)
      try file.commit()
    } else {
      let workbook = try Workbook(path: path, sheetName: "counts", columns: columns)
      for row in rows { try workbook.add(row.fields.map(\.value)) }
      try workbook.commit(provenance: provenance.record(of: answers, options, date: nil))
    }
    let beside = try AtomicFile(path: path + ".provenance.json")
    let record = provenance.record(of: answers, options, date: date)
    try beside.write(JSONFormat().line(record) + "\n")
    try beside.commit()
  }
}
