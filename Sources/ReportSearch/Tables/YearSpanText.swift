import Corpus

/// The stored form of a paragraph's year spans: one line per span with tab-separated fields,
/// readable by any tool.
///
/// ```
/// 0,8	2011	2011	2011	fact	clause	0,5	2011年
/// ```
enum YearSpanText {
  /// Returns the text of the spans. Returns `nil` in the usual case that the whole paragraph
  /// has the report's year or none.
  static func text(of spans: [YearSpan]) -> String? {
    guard isNeeded(for: spans) else { return nil }
    return spans.map { span in
      [
        range(span.range), span.years.row, number(span.years.from), number(span.years.to),
        span.kind.rawValue, span.basis.rawValue, span.evidenceRange.map(range) ?? "",
        span.evidence.replacing("\n", with: " "),
      ].joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// Returns true unless the whole paragraph has the report's year or none.
  static func isNeeded(for spans: [YearSpan]) -> Bool {
    spans.count > 1 || spans.first.map { !isUsual($0) } ?? false
  }

  /// Parses stored spans, in their order.
  ///
  /// - Throws: A ``DamagedStorage`` if the text is not in the format of ``text(of:)``.
  static func spans(of text: String) throws -> [YearSpan] {
    try text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", maxSplits: 7, omittingEmptySubsequences: false)
      guard fields.count == 8, let range = range(fields[0]),
        let kind = YearSpan.Kind(rawValue: String(fields[4])),
        let basis = YearSpan.Basis(rawValue: String(fields[5]))
      else { throw DamagedStorage("years: \(line)") }
      return YearSpan(
        range: range,
        years: MentionedYears(from: Int(fields[2]), to: Int(fields[3]), row: String(fields[1])),
        kind: kind, basis: basis, evidence: String(fields[7]), evidenceRange: self.range(fields[6]))
    }
  }

  private static func isUsual(_ span: YearSpan) -> Bool {
    span.evidence.isEmpty && (span.basis == .report || span.basis == .undated)
  }

  private static func range(_ range: Range<Int>) -> String {
    "\(range.lowerBound),\(range.upperBound)"
  }

  private static func range(_ text: Substring) -> Range<Int>? {
    let bounds = text.split(separator: ",").compactMap { Int($0) }
    return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]..<bounds[1] : nil
  }

  private static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
