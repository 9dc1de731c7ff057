/// Applies adjacent words to a time expression: 以来, 起, 以前, 到, 力争.
///
/// | Text               | Meaning | Extent     | Aim |
/// |--------------------|---------|------------|-----|
/// | `2013年以来`        | 2013    | `since`    |     |
/// | `自2013年开展活动以来` | 2013    | `since`    |     |
/// | `从2012年春期起`     | 2012    | `onward`   |     |
/// | `2009年以前`        | 2009    | `until`    |     |
/// | `2020年前`          | 2020    | `until`    |     |
/// | `2020年底前`         | 2020    | `closed`   | if 2020 is not over |
/// | `到2020年`          | 2020    | `closed`   | if 2020 is not over |
/// | `力争2020年`        | 2020    | `closed`   | yes |
/// | `截至2011年底`       | 2011    | `closed`   |     |
enum TimeModifier {
  /// Returns an expression with its modifiers applied.
  static func applied(to expression: TimeExpression, in text: YearText) -> TimeExpression {
    var expression = expression
    readBehind(&expression, text)
    readBefore(&expression, text)
    return expression
  }

  private static func readBehind(_ expression: inout TimeExpression, _ text: YearText) {
    let place = expression.tailEnd
    var end = place
    if let since = text.end(ofAny: ["以来", "至今", "到现在", "到目前"], at: place) {
      expression.extent = .since
      end = since
    } else if let onward = text.end(ofAny: ["开始", "以后", "之后"], at: place) {
      expression.extent = .onward
      end = onward
    } else if text[place] == "起", !YearText.isOne(text[place + 1], of: "草步点来用诉到义源") {
      expression.extent = .onward
      end = place + 1
    } else if text[place] == "后", text[place + 1] == "," || text[place + 1] == "的" {
      expression.extent = .onward
      end = place + 1
    } else if let until = endOfBefore(text, place) {
      end = until
      if place == expression.range.upperBound {
        expression.extent = .until
      } else {
        // A month, a day or the end of a year makes a deadline: 2012年底前.
        expression.isAim = true
      }
    } else {
      if isSince(expression, text) { expression.extent = .since }
      return
    }
    expression.range = expression.range.lowerBound..<end
    expression.tailEnd = end
  }

  /// Returns true if 自 or 从 precedes and 以来 follows in the clause: 自2010年实施营养改善计划以来.
  private static func isSince(_ expression: TimeExpression, _ text: YearText) -> Bool {
    let start = expression.range.lowerBound
    guard text[start - 1] == "自" || text[start - 1] == "从" else { return false }
    let end = text.clauseEnd(from: expression.tailEnd, before: expression.tailEnd + 30)
    return (expression.tailEnd..<end).contains { text[$0] == "以" && text[$0 + 1] == "来" }
  }

  /// Returns the end of 以前 or 前 at a position, excluding 前期, 前三季度, 前后 and 前列.
  private static func endOfBefore(_ text: YearText, _ place: Int) -> Int? {
    if let end = text.end(ofAny: ["以前", "之前"], at: place) { return end }
    guard text[place] == "前" else { return nil }
    let next = text[place + 1]
    let isOther =
      NumberRun.digit(next) != nil || NumberRun.isMark(next)
      || YearText.isOne(next, of: "期后列述提沿进任半十两几往身夕景程来茅")
    return isOther ? nil : place + 1
  }

  private static func readBefore(_ expression: inout TimeExpression, _ text: YearText) {
    var start = expression.range.lowerBound
    if expression.extent == .onward || expression.extent == .since {
      if text[start - 1] == "从" || text[start - 1] == "自" {
        start -= 1
      } else if text.has("自从", before: start) {
        start -= 2
      }
    } else if expression.meaning.canBeAimedAt {
      let isUntilNow = text.has("截至", before: start) || text.has("截止到", before: start)
      let isDeadline =
        (text[start - 1] == "到" && !YearText.isOne(text[start - 2], of: "直回止得达看想谈高加升降大少长增减展扩缩"))
        || (text[start - 1] == "至" && text[start - 2] != "直" && text[start - 2] != "截")
      if isDeadline, !isUntilNow {
        expression.isAim = true
        start -= 1
      }
      if let aim = aim(text, before: start) {
        expression.isAim = true
        start = aim
      }
    }
    expression.range = start..<expression.range.upperBound
  }

  /// Returns the start of 力争 or a synonym, optionally followed by 在 or 于, before a position.
  private static func aim(_ text: YearText, before place: Int) -> Int? {
    let end = text[place - 1] == "在" || text[place - 1] == "于" ? place - 1 : place
    let words: [StaticString] = ["力争", "争取", "确保", "力求"]
    return words.contains { text.has($0, before: end) } ? end - 2 : nil
  }
}

extension TimeExpression.Meaning {
  /// True if the time can be a deadline. Periods such as 三年来 cannot.
  fileprivate var canBeAimedAt: Bool {
    switch self {
    case .years, .academicYear, .placeholder, .relative(.offset): true
    case .relative: false
    }
  }
}
