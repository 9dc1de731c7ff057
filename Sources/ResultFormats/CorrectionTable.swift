package import Corpus

/// A CSV table of manual corrections that the program can import again.
package enum CorrectionTable {
  /// Returns the corrections as CSV: file path, part and digest, then one column for each value
  /// that a correction can set.
  package static func text(of facts: [ToldFact]) -> String {
    // The program itself reads this table back, so no apostrophes are added in front of formulas.
    let csv = CSVFormat(keepsFormulas: true)
    let rows = facts.map(row)
    return csv.header(columns) + rows.map(csv.line).joined()
  }

  private static let columns = [
    "path", "part", "sha256", "title", "year", "region", "issuer", "type", "date", "url",
  ]

  /// Returns the correction as a record with one column for each value that can be set; `null`
  /// where the correction sets none.
  static func row(_ fact: ToldFact) -> Record {
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
