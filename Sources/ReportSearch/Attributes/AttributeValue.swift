import Corpus

/// Values that many paragraphs share, as the index stores them once: fields separated by tabs.
enum AttributeValue {
  /// The text of what a stretch says of its years, without its evidence.
  static func text(of span: YearSpan) -> String {
    [
      "years", span.years.row, span.years.from.map(String.init) ?? "",
      span.years.to.map(String.init) ?? "", span.kind.rawValue, span.basis.rawValue,
    ].joined(separator: "\t")
  }

  /// The text of the region of a paragraph.
  static func text(of region: Region) -> String {
    ["region", region.code ?? "", region.basis.rawValue, region.name ?? ""].joined(separator: "\t")
  }

  /// The years of a text that was stored, or `nil` if it is none of years.
  static func years(of text: String) -> YearSpan? {
    let fields = fields(of: text, 6)
    guard fields.count == 6, fields[0] == "years", let kind = YearSpan.Kind(rawValue: fields[4]),
      let basis = YearSpan.Basis(rawValue: fields[5])
    else { return nil }
    let years = MentionedYears(from: Int(fields[2]), to: Int(fields[3]), row: fields[1])
    return YearSpan(range: 0..<0, years: years, kind: kind, basis: basis)
  }

  /// The region of a text that was stored, or `nil` if it is none of a region.
  static func region(of text: String) -> Region? {
    let fields = fields(of: text, 4)
    guard fields.count == 4, fields[0] == "region", let basis = Region.Basis(rawValue: fields[2])
    else { return nil }
    return Region(
      code: fields[1].isEmpty ? nil : fields[1], name: fields[3].isEmpty ? nil : fields[3],
      basis: basis)
  }

  /// The fields, the last of which may hold tabs.
  private static func fields(of text: String, _ count: Int) -> [String] {
    text.split(separator: "\t", maxSplits: count - 1, omittingEmptySubsequences: false)
      .map(String.init)
  }
}
