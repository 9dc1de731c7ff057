import Corpus
import Foundation

/// The row of a paragraph, from which all other data about it are derived.
struct StoredParagraph {
  let id: Int
  let report: Int
  /// Its position in the report, from 1.
  let number: Int
  let paragraph: Paragraph

  /// The columns from which it is read.
  static let columns = """
    id, report, number, kind, heading, line_number, CAST(text AS BLOB), page, section,
    CAST(years AS BLOB), region_code, region_name, region_basis
    """

  /// Reads a row of ``columns``.
  ///
  /// - Throws: A ``DamagedStorage`` if the row contradicts itself.
  init(_ row: any TableRow) throws {
    let id: Int = try StoredRow(row, of: "paragraph")[0]
    let stored = StoredRow(row, of: "paragraph", id)
    self.id = id
    report = try stored[1]
    number = try stored[2]
    var heading: Int?
    if let above: Int = try stored[4] {
      guard above < id, id - above < number else { throw stored.damage(in: 4) }
      heading = number - 1 - (id - above)
    }
    let basis: Region.Basis? = try stored[12]
    paragraph = Paragraph(
      text: try stored.text(6), kind: try stored[3], heading: heading,
      lineNumber: try stored[5], page: try stored[7], section: try stored[8],
      years: try stored[9] as Data? == nil ? [] : YearSpanText.spans(of: stored.text(9)),
      region: try basis.map { Region(code: try stored[10], name: try stored[11], basis: $0) })
  }
}
