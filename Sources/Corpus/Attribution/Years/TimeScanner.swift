/// Finds the time expressions, brackets and sentences of a paragraph in one pass.
struct TimeScanner {
  /// A time expression with the index of the innermost open bracket pair, or -1.
  struct Found {
    let expression: TimeExpression
    let pair: Int
  }

  let text: YearText
  /// The expressions in text order, without citations and bases of comparison.
  private(set) var expressions: [Found] = []
  /// The brackets, titles and quotations of the paragraph.
  private(set) var brackets = BracketTree()
  /// The positions after each sentence.
  private(set) var sentenceEnds: [Int] = []

  /// Scans a paragraph.
  init(_ text: YearText) {
    self.text = text
    var place = 0
    let count = text.count
    let triggers = TimeTriggers.shared
    while place < count {
      let scalar = text.scalars[place]
      if !triggers.contains(scalar) {
        place += 1
      } else {
        place = scalar.value < 0x80 ? takeASCII(at: place) : takeOther(at: place)
      }
    }
    if sentenceEnds.last != count { sentenceEnds.append(count) }
    let kept = expressions.filter { !isCitation($0) }
    expressions = kept
  }

  private mutating func takeASCII(at place: Int) -> Int {
    let scalar = text.scalars[place]
    switch scalar {
    case "0"..."9", "x", "*", "_": return takeNumber(at: place)
    case "\"":
      if let plan = FiveYearPlan.read(text, at: place) { return take(plan) }
      brackets.take(scalar, at: place)
    case "(", ")", "[", "]": brackets.take(scalar, at: place)
    case "<" where text[place + 1] == "<":
      brackets.take("《", at: place)
      return place + 2
    case ">" where text[place + 1] == ">":
      brackets.take("》", at: place)
      return place + 2
    case "!", "?": endSentence(at: place)
    default: break
    }
    return place + 1
  }

  private mutating func takeOther(at place: Int) -> Int {
    let scalar = text.scalars[place]
    switch scalar {
    case "〔", "〕", "【", "】", "《", "》":
      brackets.take(scalar, at: place)
      return place + 1
    case "。":
      endSentence(at: place)
      return place + 1
    case "今", "去", "前", "明", "来", "次", "翌", "本", "当", "全", "上", "下", "近", "最", "过", "未", "这",
      "新", "几", "多", "数", "半", "两":
      return takeRelative(at: place)
    case "十", "第":
      if let plan = FiveYearPlan.read(text, at: place) { return take(plan) }
      return takeRelative(at: place)
    case "民":
      if let year = RepublicanYears.read(text, at: place) { return take(year) }
      return place + 1
    case "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "壹", "贰", "叁", "肆", "伍",
      "陆", "柒", "捌", "玖", "×", "某", "□", "х", "χ", "✕", "✖", "╳":
      if let plan = FiveYearPlan.read(text, at: place) { return take(plan) }
      return takeNumber(at: place)
    default:
      return place + 1
    }
  }

  private mutating func endSentence(at place: Int) {
    brackets.endSentence()
    sentenceEnds.append(place + 1)
  }

  /// Reads an expression that begins with a digit or placeholder.
  private mutating func takeNumber(at place: Int) -> Int {
    if let year = RepublicanYears.read(text, at: place) { return take(year) }
    let (expression, end) = CalendarYears.read(text, at: place)
    if let expression { return take(expression) }
    if let years = RelativeYears.read(text, at: place) { return take(years) }
    return end
  }

  private mutating func takeRelative(at place: Int) -> Int {
    guard let expression = RelativeYears.read(text, at: place) else { return place + 1 }
    return take(expression)
  }

  /// Keeps an expression that can date other text, and returns the position after it.
  private mutating func take(_ expression: TimeExpression) -> Int {
    let end = max(expression.tailEnd, expression.range.upperBound)
    guard expression.reach == .sentence else { return end }
    if case .years(let years) = expression.meaning, years.count > 1,
      PlanName.follows(text, from: expression.tailEnd), !isPlanPeriod(expression)
    {
      return end
    }
    guard !Citation.isNumber(text, behind: expression.range.upperBound) else { return end }
    let modified = TimeModifier.applied(to: expression, in: text)
    let reach = Comparison.reach(of: expression, in: text)
    guard reach != .nothing else { return max(end, modified.tailEnd) }
    var kept = modified
    kept.reach = reach
    if let last = expressions.last, last.expression.range.upperBound > kept.range.lowerBound {
      kept.range = last.expression.range.upperBound..<kept.range.upperBound
    }
    expressions.append(Found(expression: kept, pair: brackets.current))
    return max(end, kept.tailEnd)
  }

  /// Returns true if the wording of a five-year plan denotes a period: `“十二五”时期`.
  private func isPlanPeriod(_ expression: TimeExpression) -> Bool {
    let last = text[expression.range.upperBound - 1]
    return last == "期" || last == "间"
  }

  private func isCitation(_ found: Found) -> Bool {
    if brackets.isInTitle(found.pair) { return true }
    guard let place = brackets.closed(from: found.pair), brackets.pairs[place].form == .bracket
    else { return false }
    return Citation.isBracket(text, brackets.pairs[place])
  }
}
