package import Corpus

/// Writes what was set right by hand as a table that can be read again.
package enum CorrectionTable {
  /// Returns the table as comma-separated values: the file, its content, what was set.
  package static func text(of facts: [ToldFact]) -> String {
    // Read by this program again, and not by a spreadsheet first: text stays as it is.
    let csv = CSVFormat(keepsFormulas: true)
    let rows = facts.map(row)
    return csv.header(columns) + rows.map(csv.line).joined()
  }

  private static let columns = [
    "path", "part", "sha256", "title", "year", "region", "issuer", "type", "date", "url",
  ]

  private static func row(_ fact: ToldFact) -> Record {
    func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .null }
    func number(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .null }
    let told = fact.metadata
    let cells = [
      .text(fact.path), number(fact.part), text(fact.digest?.hexadecimal), text(told.title),
      number(told.year), text(told.region), text(told.issuer),
      text(told.documentType?.rawValue), text(told.date?.iso8601), text(told.url),
    ]
    return Record(Array(zip(columns, cells)))
  }
}
