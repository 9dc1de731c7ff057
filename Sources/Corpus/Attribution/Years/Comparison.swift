/// Recognizes bases of comparison, which do not date the text around them.
///
/// | Text                                          | Its 2010 is                         |
/// |-----------------------------------------------|-------------------------------------|
/// | `比2010年增长5%`, `较2010年`, `高于2010年`        | a base                              |
/// | `与2010年相比`, `同2010年比,`, `2010年同期`        | a base                              |
/// | `比全县2010年的平均水平`                          | a base                              |
/// | `是2010年的3倍`, `为2010年的百分之八十`            | a base                              |
/// | `在2010年控辍的基础上,`                           | the year of the words up to the comma |
/// | `由2010年的8%回落到5%,`                          | the year of the words up to 到        |
/// | `2010年比2009年`                                | no base: 2009 is                    |
enum Comparison {
  /// Returns the reach of an expression in its context.
  static func reach(of expression: TimeExpression, in text: YearText) -> TimeExpression.Reach {
    if isBase(expression, text) { return .nothing }
    let end = endOfBasis(expression, text) ?? endOfDeparture(expression, text)
    return end.map { .upTo($0) } ?? .sentence
  }

  private static func isBase(_ expression: TimeExpression, _ text: YearText) -> Bool {
    let start = expression.range.lowerBound
    let end = expression.tailEnd
    return isComparing(text, before: start) || text.has("同期", at: end)
      || isMeasure(text, start, end) || isCompared(text, start, end)
  }

  /// Returns true if 比, 较, 高于 or a similar word precedes a position.
  private static func isComparing(_ text: YearText, before start: Int) -> Bool {
    let last = text[start - 1]
    let previous = text[start - 2]
    switch last {
    case "比": return previous != "占"
    case "较": return true
    case "于": return YearText.isOne(previous, of: "较高低多少优好大小快慢强弱当等")
    case "过": return previous == "超"
    case "出": return previous == "高" || previous == "超"
    case "之": return previous == "较" || previous == "比"
    case "起": return previous == "比"
    case "上": return previous == "比" || previous == "较"
    default: break
    }
    // Up to five characters may separate 比 from the year, as in 比全县2010年.
    for distance in 2...6 {
      let scalar = text[start - distance]
      guard scalar.isHan, scalar != "年" else { return false }
      if scalar == "比" {
        return !YearText.isOne(text[start - distance - 1], of: "同占环对评")
          && !YearText.isOne(text[start - distance + 1], of: "例重赛武如拼值率学照方试对邻较增提下分")
      }
    }
    return false
  }

  /// Returns true if the year is a base of measurement: 为…的百分之八十, 是…的3倍.
  ///
  /// 从2010年的95%提高到2012年的99% contains no such base.
  private static func isMeasure(_ text: YearText, _ start: Int, _ end: Int) -> Bool {
    guard text[end] == "的", YearText.isOne(text[start - 1], of: "是为于占到") else { return false }
    if text[start - 1] == "到", isArrival(text, start - 2) { return false }
    if text.has("百分之", at: end + 1) { return true }
    guard let number = NumberRun(text, at: end + 1) else { return false }
    var place = number.range.upperBound
    while place < end + 8,
      NumberRun.digit(text[place]) != nil || text[place] == "." || text[place] == "点"
    {
      place += 1
    }
    return text[place] == "倍" || text[place] == "%"
  }

  /// Returns true if 从 or 由 precedes a position in its clause.
  private static func isArrival(_ text: YearText, _ place: Int) -> Bool {
    for place in stride(from: place, to: place - 30, by: -1) {
      if text[place] == "从" || text[place] == "由" { return true }
      if text[place].endsClause { return false }
    }
    return false
  }

  /// Returns true if 相比 or a synonym follows, with or without 与 before the year.
  private static func isCompared(_ text: YearText, _ start: Int, _ end: Int) -> Bool {
    let words: [StaticString] = ["相比", "相较", "对比", "比较"]
    if words.contains(where: { text.has($0, at: end) }) { return true }
    if text[end] == "比", isWith(text, start - 1) { return true }
    guard (1...6).contains(where: { isWith(text, start - $0) }) else { return false }
    for place in end..<end + 8 {
      if text[place].endsClause { return false }
      if words.contains(where: { text.has($0, at: place) }) { return true }
    }
    return false
  }

  private static func isWith(_ text: YearText, _ place: Int) -> Bool {
    YearText.isOne(text[place], of: "与和同跟")
  }

  /// Returns the end of the reach of a year in 在…基础上, which is the end of the clause, or `nil`.
  private static func endOfBasis(_ expression: TimeExpression, _ text: YearText) -> Int? {
    let end = expression.tailEnd
    let clauseEnd = text.clauseEnd(from: end, before: end + 60)
    var place = end
    while place < min(clauseEnd, end + 40) {
      if text[place] == "基", text.end(ofAny: ["基础上", "基础之上"], at: place) != nil {
        return clauseEnd
      }
      place += 1
    }
    return nil
  }

  /// Returns the end of the reach of a year in 由…的…到, which is the position of 到, or `nil`.
  private static func endOfDeparture(_ expression: TimeExpression, _ text: YearText) -> Int? {
    let end = expression.tailEnd
    guard YearText.isOne(text[expression.range.lowerBound - 1], of: "由从"), text[end] == "的" else {
      return nil
    }
    return (end..<text.clauseEnd(from: end, before: end + 40)).first {
      text[$0] == "到" || text[$0] == "至"
    }
  }
}
