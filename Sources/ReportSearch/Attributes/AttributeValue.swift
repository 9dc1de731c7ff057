import Corpus

/// The stored form of values that many paragraphs share, with tab-separated fields. Each is stored
/// once and referred to by its number.
enum AttributeValue {
  /// Returns the text of a year span, without its range and evidence.
  static func text(of span: YearSpan) -> String {
    [
      "years", span.years.row, span.years.from.map(String.init) ?? "",
      span.years.to.map(String.init) ?? "", span.kind.rawValue, span.basis.rawValue,
    ].joined(separator: "\t")
  }

  /// Returns the text of a paragraph's region.
  static func text(of region: Region) -> String {
    ["region", region.code ?? "", region.basis.rawValue, region.name ?? ""].joined(separator: "\t")
  }

  /// Parses a stored year span. Returns `nil` for any other value.
  static func years(of text: String) -> YearSpan? {
    let fields = fields(of: text, 6)
    guard fields.count == 6, fields[0] == "years", let kind = YearSpan.Kind(rawValue: fields[4]),
      let basis = YearSpan.Basis(rawValue: fields[5])
    else { return nil }
    let years = MentionedYears(from: Int(fields[2]), to: Int(fields[3]), row: fields[1])
    return YearSpan(range: 0..<0, years: years, kind: kind, basis: basis)
  }

  /// Parses a stored region. Returns `nil` for any other value.
  static func region(of text: String) -> Region? {
    let fields = fields(of: text, 4)
    guard fields.count == 4, fields[0] == "region", let basis = Region.Basis(rawValue: fields[2])
    else { return nil }
    return Region(
      code: fields[1].isEmpty ? nil : fields[1], name: fields[3].isEmpty ? nil : fields[3],
      basis: basis)
  }

  /// Splits a text into at most `count` fields. The last field may contain tabs.
  private static func fields(of text: String, _ count: Int) -> [String] {
    text.split(separator: "\t", maxSplits: count - 1, omittingEmptySubsequences: false)
      .map(String.init)
  }
}
