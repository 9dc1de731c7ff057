/// Parses the periods of five-year plans: `“十二五”时期` is 2011…2015.
///
/// | Text                                     | Years     |
/// |------------------------------------------|-----------|
/// | `“十二五”时期`, `十二·五`, `"十二、五"期间` | 2011…2015 |
/// | `“九五”期间`, 第九个五年计划期             | 1996…2000 |
/// | `“十二五”末`, `“十二五”开局之年`            | 2015, 2011 |
/// | `“十二五”规划`, 第十二个五年规划            | none: a name    |
/// | 今年是`“十二五”时期`的重要一年               | none: dated by 今年 |
/// | `“六五”普法`, `“六、一”`, 九五年           | none      |
enum FiveYearPlan {
  /// Returns the years of a plan, or `nil` if there is no plan of that number.
  ///
  /// The third plan began in 1966. The years 1963 to 1965 belong to no plan.
  static func years(ofPlan number: Int) -> ClosedRange<Int>? {
    switch number {
    case 1: return 1953...1957
    case 2: return 1958...1962
    case 3...20:
      let first = 1966 + (number - 3) * 5
      return first...first + 4
    default: return nil
    }
  }

  /// Parses the expression that begins with a quotation mark, a numeral or 第 at a position.
  static func read(_ text: YearText, at start: Int) -> TimeExpression? {
    text[start] == "第" ? readOrdinal(text, at: start) : readShort(text, at: start)
  }

  /// Parses the long form: 第十二个五年规划期.
  private static func readOrdinal(_ text: YearText, at start: Int) -> TimeExpression? {
    guard let number = SmallNumber.read(text, at: start + 1), number.end - start <= 4,
      text.has("个五年", at: number.end), let years = years(ofPlan: number.value),
      let end = text.end(ofAny: ["规划", "计划"], at: number.end + 3)
    else { return nil }
    let period = text.end(ofAny: ["期间", "时期", "期内", "期末", "期"], at: end)
    var expression = TimeExpression(
      range: start..<(period ?? end), meaning: .years(years))
    if period == nil || isPredicate(text, expression.range) { expression.reach = .nothing }
    return expression
  }

  /// Parses the short form 十二五, with its quotation marks and separators.
  private static func readShort(_ text: YearText, at start: Int) -> TimeExpression? {
    let isQuoted = text[start] == "\""
    let first = isQuoted ? start + 1 : start
    if !isQuoted, isNumeral(text[start - 1]) || text[start - 1] == "第" { return nil }
    guard let number = number(text, at: first), let years = years(ofPlan: number.value) else {
      return nil
    }
    var end = number.end
    let isClosed = isQuoted && text[end] == "\""
    if isClosed { end += 1 }
    if isNumeral(text[end]) || text[end] == "年" || SmallNumber.isUnit(text[end]) { return nil }
    let period = text.end(ofAny: ["时期", "期间"], at: end)
    // 九五 and 十五 are also plain numbers, and 十一、五保供养 is a heading.
    let mark = text[number.end - 2]
    let isAmbiguous = number.value <= 10 || mark == "、" || mark == "." || mark == "-" || mark == "—"
    guard !isAmbiguous || isClosed || period != nil else { return nil }
    guard text[end] != "法", !text.has("普法", at: end) else { return nil }
    let isClosedOrPlain = isClosed == isQuoted
    let range = (isClosedOrPlain ? start : first)..<(period ?? end)
    if period == nil, let edge = edge(text, behind: end, of: years) {
      return edge.map { year, end in
        TimeExpression(range: range.lowerBound..<end, meaning: .years(year...year))
      } ?? named(range, years)
    }
    var expression = TimeExpression(range: range, meaning: .years(years))
    if period == nil, PlanName.follows(text, from: end) { expression.reach = .nothing }
    if isPredicate(text, range) { expression.reach = .nothing }
    return expression
  }

  /// Returns true if the plan only characterizes another year: 今年是“十二五”时期的重要一年.
  private static func isPredicate(_ text: YearText, _ range: Range<Int>) -> Bool {
    guard (1...8).contains(where: { text[range.lowerBound - $0] == "是" }) else { return false }
    let end = text.clauseEnd(from: range.upperBound, before: range.upperBound + 16)
    return (range.upperBound..<end).contains { text.end(ofAny: ["之年", "一年"], at: $0) != nil }
  }

  private static func named(_ range: Range<Int>, _ years: ClosedRange<Int>) -> TimeExpression {
    var expression = TimeExpression(range: range, meaning: .years(years))
    expression.reach = .nothing
    return expression
  }

  /// Returns the year of an edge, 末 or 开局之年, after the name of a plan.
  ///
  /// The outer optional is `nil` if nothing of the kind follows. The inner optional is `nil` if the
  /// plan only characterizes another year (关键之年), which the sentence names itself.
  private static func edge(
    _ text: YearText, behind end: Int, of years: ClosedRange<Int>
  ) -> (year: Int, end: Int)?? {
    if text[end] == "末" { return (years.upperBound, end + 1) }
    if text[end] == "初", text[end + 1] != "中" { return (years.lowerBound, end + 1) }
    let place = text[end] == "的" ? end + 1 : end
    if let end = text.end(ofAny: ["开局之年", "开局年", "第一年", "起步之年", "首年"], at: place) {
      return (years.lowerBound, end)
    }
    if let end = text.end(ofAny: ["收官之年", "收官年", "最后一年", "末年"], at: place) {
      return (years.upperBound, end)
    }
    for distance in 0..<8 {
      if text[place + distance].endsClause { return nil }
      if text.has("之年", at: place + distance) { return .some(nil) }
    }
    return nil
  }

  /// Parses the number of the plan in 十二五, 十二·五, `12五`.
  private static func number(_ text: YearText, at start: Int) -> (value: Int, end: Int)? {
    // The last numeral is 五; the numerals before it are the number of the plan.
    var place = start
    // 十, a digit, or 十 followed by a digit.
    while place == start || (place == start + 1 && text[start] == "十"),
      text[place] == "十" || isPlanDigit(text[place])
    {
      place += 1
      if text[place] == "五", isEnd(text, place + 1) {
        return (value(text, start..<place), place + 1)
      }
      if isSeparator(text[place]), text[place + 1] == "五", isEnd(text, place + 2) {
        return (value(text, start..<place), place + 2)
      }
    }
    return nil
  }

  private static func value(_ text: YearText, _ range: Range<Int>) -> Int {
    range.reduce(0) { sum, place in
      text[place] == "十" ? max(sum, 1) * 10 : sum + (NumberRun.digit(text[place]) ?? 0)
    }
  }

  /// Returns true if a plan's name can end before a position: 十五 does not end inside 十五五.
  private static func isEnd(_ text: YearText, _ place: Int) -> Bool { text[place] != "五" }

  private static func isPlanDigit(_ scalar: Unicode.Scalar) -> Bool {
    NumberRun.digit(scalar) != nil && !scalar.isASCII
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "、", ".", "•", "・", "-", "—", "∙", "⋅": true
    default: false
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    NumberRun.digit(scalar) != nil || scalar == "十" || scalar == "百"
  }
}
