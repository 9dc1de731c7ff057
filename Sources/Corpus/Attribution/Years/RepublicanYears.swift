/// Parses years of the Republic of China (民国): 民國100年 is 2011.
///
/// | Text  | 民國100年 | 民国九十九年 | 民国元年 | 民国99至101年 | 民國101學年度 | 一〇二學年度 |
/// |-------|-----------|--------------|----------|---------------|---------------|--------------|
/// | Years | 2011      | 2010         | 1912     | 2010…2012     | 2012/13       | 2013/14      |
///
/// Without 民国, only an academic year of three digits is accepted, because `102年` may be a duration.
enum RepublicanYears {
  /// The offset to calendar years: the year before the first.
  private static let epoch = 1911

  /// Parses the expression that begins with 民国 or a number at a position.
  static func read(_ text: YearText, at start: Int) -> TimeExpression? {
    if text[start] == "民" {
      guard text[start + 1] == "国" else { return nil }
      return read(text, from: start, numbersFrom: start + 2)
    }
    guard let run = NumberRun(text, at: start), run.range.count == 3, let value = run.value,
      (50...199).contains(value), text.has("学年", at: run.range.upperBound)
    else { return nil }
    return schoolYear(text, start, value, end: run.range.upperBound)
  }

  private static func read(
    _ text: YearText, from start: Int, numbersFrom place: Int
  ) -> TimeExpression? {
    if text.has("元年", at: place) {
      return TimeExpression(range: start..<place + 2, meaning: .years(1912...1912))
    }
    guard let first = SmallNumber.read(text, at: place), first.value < 200 else { return nil }
    var last = first
    let joint = YearJoint(
      text, at: first.end + (text[first.end] == "年" ? 1 : 0), behindYear: text[first.end] == "年")
    if let joint, let second = SmallNumber.read(text, at: joint.end), second.value > first.value,
      second.value < 200, text[second.end] == "年" || text.has("学年", at: second.end)
    {
      last = second
    }
    if text.has("学年", at: last.end), last.value <= first.value + 1 {
      return schoolYear(text, start, first.value, end: last.end)
    }
    guard text[last.end] == "年" else { return nil }
    let end = last.end + (text[last.end + 1] == "度" ? 2 : 1)
    var expression = TimeExpression(
      range: start..<end, meaning: .years(first.value + epoch...last.value + epoch))
    expression.tailEnd = DateTail.end(text, from: end)
    return expression
  }

  private static func schoolYear(
    _ text: YearText, _ start: Int, _ year: Int, end: Int
  ) -> TimeExpression {
    TimeExpression(
      range: start..<end + (text[end + 2] == "度" ? 3 : 2), meaning: .academicYear(year + epoch))
  }
}
