import TextAnalysis

/// A date with a year, a month and possibly a day, as written in a line: `2011年12月26日`, `二〇一一年十二月`,
/// `2011.12.26`.
struct WrittenDate: Hashable {
  let year: Int
  /// The month (1–12).
  let month: Int
  /// The range in characters of the folded line.
  let range: Range<Int>

  /// Finds the first date in a folded line, or returns `nil` if there is none.
  init?(in line: [Unicode.Scalar]) {
    for start in line.indices {
      guard start + 4 < line.count, let year = YearDigits.year(line[start..<start + 4]),
        start == 0 || YearDigits.digit(line[start - 1]) == nil
      else { continue }
      if line[start + 4] == "年", let month = Self.number(line, from: start + 5),
        (1...12).contains(month.value), month.end < line.count, line[month.end] == "月"
      {
        var end = month.end + 1
        if let day = Self.number(line, from: end), day.end < line.count, line[day.end] == "日" {
          end = day.end + 1
        }
        (self.year, self.month, range) = (year, month.value, start..<end)
        return
      }
      let mark = line[start + 4]
      if mark == "." || mark == "-" || mark == "/",
        let month = Self.number(line, from: start + 5), (1...12).contains(month.value),
        month.end < line.count, line[month.end] == mark,
        let day = Self.number(line, from: month.end + 1), (1...31).contains(day.value)
      {
        (self.year, self.month, range) = (year, month.value, start..<day.end)
        return
      }
    }
    return nil
  }

  /// Parses a number of at most three characters.
  private static func number(
    _ line: [Unicode.Scalar], from start: Int
  ) -> (value: Int, end: Int)? {
    var end = start
    while end < line.count, end < start + 3, ChineseNumeral.isNumeral(line[end]) { end += 1 }
    let digits = String(String.UnicodeScalarView(line[min(start, end)..<end]))
    return ChineseNumeral.value(of: digits).map { ($0, end) }
  }
}
