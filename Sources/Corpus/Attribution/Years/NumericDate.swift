/// Parses numeric dates.
///
/// | Text                                    | Years     |
/// |-----------------------------------------|-----------|
/// | `2011-12-26`, `2011.12.26`, `2011/9/1`  | 2011      |
/// | `2011.9-2012.6`                         | 2011…2012 |
/// | `(2011.9)`                              | 2011      |
/// | `2011.9`, `2011-12`                     | none: a number, an academic year |
enum NumericDate {
  /// Parses the date that begins with the year at a position.
  static func read(_ text: YearText, at start: Int) -> TimeExpression? {
    guard let run = NumberRun(text, at: start), let year = run.year else { return nil }
    let mark = text[run.range.upperBound]
    guard mark == "-" || mark == "." || mark == "/",
      let month = end(ofNumberUpTo: 12, text, at: run.range.upperBound + 1)
    else { return nil }
    if text[month] == mark, let day = end(ofNumberUpTo: 31, text, at: month + 1) {
      return TimeExpression(range: start..<day, meaning: .years(year...year))
    }
    guard mark == "." else { return nil }
    if let joint = YearJoint(text, at: month, behindYear: true), joint.isSpan,
      let last = NumberRun(text, at: joint.end), let lastYear = last.year, lastYear >= year,
      text[last.range.upperBound] == ".",
      let end = end(ofNumberUpTo: 12, text, at: last.range.upperBound + 1)
    {
      return TimeExpression(range: start..<end, meaning: .years(year...lastYear))
    }
    guard text[start - 1] == "(", text[month] == ")" else { return nil }
    return TimeExpression(range: start..<month, meaning: .years(year...year))
  }

  /// Returns the end of a number of one or two ASCII digits between 1 and `limit`, or `nil`.
  private static func end(ofNumberUpTo limit: Int, _ text: YearText, at place: Int) -> Int? {
    guard let run = NumberRun(text, at: place), run.isASCII, run.range.count <= 2,
      (1...limit).contains(run.value ?? 0)
    else { return nil }
    return run.range.upperBound
  }
}
