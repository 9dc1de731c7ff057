/// Parses numeric years, as single years, spans and lists, and placeholders for years.
///
/// | Text                            | Meaning                                            |
/// |---------------------------------|----------------------------------------------------|
/// | `2011年`, `二〇一一年`             | 2011                                               |
/// | `2011-2013年`, `2011年底至2013年`   | 2011…2013                                          |
/// | `2011、2012两年`, `2009、10年`      | 2011…2012, 2009…2010                               |
/// | `2012—2013学年`, `2012学年`         | the school year 2012/13                            |
/// | `1990年代`, `九十年代`             | 1990…1999                                          |
/// | `20xx年`, `×年`                   | a placeholder                                      |
/// | `09年底`                         | 2009                                               |
/// | `2011级`, `09、10、11届`           | none: cohorts of people                            |
/// | `2011人`, `100年`, `一年级`        | none                                               |
struct CalendarYears {
  private let text: YearText
  private let start: Int
  private var items: [Item] = []
  private var isSpan = false

  /// A number in a list.
  private struct Item {
    let run: NumberRun
    /// The year, or `nil` for a placeholder.
    var year: Int?
    /// True if 年 follows the number.
    var isWritten = false
    /// The position after the number and its 年.
    var end: Int
    /// The position after the month and day.
    var tailEnd: Int
  }

  /// Parses the expression that begins with the digit at a position.
  ///
  /// - Returns: The expression, if there is one, and the position at which to continue reading.
  static func read(_ text: YearText, at start: Int) -> (expression: TimeExpression?, end: Int) {
    guard let run = NumberRun(text, at: start) else { return (nil, start + 1) }
    let end = run.range.upperBound
    if let date = NumericDate.read(text, at: start) { return (date, date.tailEnd) }
    if let decade = decade(text, run) { return (decade, decade.tailEnd) }
    guard text[start - 1] != "第", !isAge(run, text) else { return (nil, end) }
    if run.range.count == 2, !run.isPlaceholder, let year = yearBesideSeason(text, run) {
      return (year, year.tailEnd)
    }
    let canBeYear = run.year != nil || (run.range.count == 2 && !run.isPlaceholder)
    guard canBeYear || isPlaceholder(run, text) else { return (nil, end) }
    var reader = CalendarYears(text: text, start: start)
    return reader.read(from: run)
  }

  private init(text: YearText, start: Int) {
    self.text = text
    self.start = start
  }

  private mutating func read(from first: NumberRun) -> (expression: TimeExpression?, end: Int) {
    items.append(item(first, year: first.year))
    while let next = next() {
      items.append(next)
    }
    let end = items.last!.end
    guard items.contains(where: { $0.run.range.count > 2 || $0.run.isPlaceholder }) else {
      // The last number alone may be a year: 09、10年底.
      let last = items.last!.run.range
      return (nil, items.count > 1 ? last.lowerBound : last.upperBound)
    }
    resolveShortYears()
    if let year = schoolYear(from: end) { return (year, year.tailEnd) }
    if !items.last!.isWritten, let together = endOfCount(at: end) {
      items[items.count - 1].isWritten = true
      items[items.count - 1].end = together
      items[items.count - 1].tailEnd = DateTail.end(text, from: together)
    }
    if !items.last!.isWritten, isSpan, items.count == 2, isOpening(text[start - 1]),
      isClosing(text[end])
    {
      items[1].isWritten = true
    }
    guard let last = items.lastIndex(where: \.isWritten) else { return (nil, end) }
    items.removeSubrange((last + 1)...)
    return (expression(), items[last].tailEnd)
  }

  /// Reads the 年, month and day after a number.
  private func item(_ run: NumberRun, year: Int?) -> Item {
    var end = run.range.upperBound
    let isWritten = text[end] == "年" && !Self.isNoYear(text[end + 1])
    if isWritten { end += text[end + 1] == "度" ? 2 : 1 }
    return Item(
      run: run, year: year, isWritten: isWritten, end: end,
      tailEnd: isWritten ? DateTail.end(text, from: end) : end)
  }

  /// Reads a joint and the following number if they continue the list.
  private mutating func next() -> Item? {
    let last = items.last!
    guard let joint = YearJoint(text, at: last.tailEnd, behindYear: last.isWritten) else {
      return nil
    }
    guard let run = NumberRun(text, at: joint.end) else { return nil }
    if run.range.count == 2, !run.isPlaceholder {
      guard run.isASCII == last.run.isASCII, !last.run.isPlaceholder, endsLikeYear(run) else {
        return nil
      }
    } else {
      guard run.year != nil || Self.isPlaceholder(run, text) else { return nil }
    }
    let next = item(run, year: run.year)
    guard !run.isPlaceholder else {
      isSpan = isSpan || joint.isSpan
      return next
    }
    if let first = last.year, let second = run.year {
      // 2009年和2011年 are two expressions, 2010年和2011年 are one.
      if last.isWritten, !joint.isSpan, second != first + 1 { return nil }
      if second <= first { return nil }
      if last.isWritten, next.isWritten, !joint.isSpan, isCompared(behind: next.tailEnd) {
        return nil
      }
    }
    isSpan = isSpan || joint.isSpan
    return next
  }

  /// Returns true if a two-digit number has a continuation typical of years: 年, 届 or a list item.
  private func endsLikeYear(_ run: NumberRun) -> Bool {
    let end = run.range.upperBound
    switch text[end] {
    case "年": return !Self.isNoYear(text[end + 1]) && text[end + 1] != "制"
    case "届", "级", "、": return true
    case "学": return text[end + 1] == "年"
    case "和", "-", "—": return NumberRun(text, at: end + 1) != nil
    default: return false
    }
  }

  private func isCompared(behind end: Int) -> Bool { text.has("相比", at: end) || text[end] == "比" }

  /// Expands two-digit years with the century of the adjacent years.
  private mutating func resolveShortYears() {
    for place in items.indices where items[place].run.range.count == 2 {
      guard let short = items[place].run.value else { continue }
      if place > 0, let before = items[place - 1].year {
        let year = before / 100 * 100 + short
        items[place].year = year < before ? year + 100 : year
      }
    }
    for place in items.indices.reversed() where items[place].run.range.count == 2 {
      guard items[place].year == nil, let short = items[place].run.value else { continue }
      if place + 1 < items.count, let after = items[place + 1].year {
        let year = after / 100 * 100 + short
        items[place].year = year > after ? year - 100 : year
      }
    }
  }

  /// Parses an academic year: `2012学年`, `2012-2013学年度`.
  private func schoolYear(from end: Int) -> TimeExpression? {
    guard text.has("学年", at: end) else { return nil }
    var end = end + 2
    if text[end] == "度" { end += 1 }
    if items.contains(where: \.run.isPlaceholder) {
      return TimeExpression(range: start..<end, meaning: .placeholder)
    }
    guard let first = items.first?.year, let last = items.last?.year else { return nil }
    let isOne = last <= first + 1
    return TimeExpression(
      range: start..<end, meaning: isOne ? .academicYear(first) : .years(first...last))
  }

  /// Returns the end of a count such as 两年 in `2011、2012两年`.
  private func endOfCount(at place: Int) -> Int? {
    guard items.count > 1, let count = SmallNumber.read(text, at: place), text[count.end] == "年"
    else { return nil }
    return count.end + 1
  }

  private func expression() -> TimeExpression? {
    let last = items.last!
    let range = start..<last.end
    var expression: TimeExpression
    if items.contains(where: \.run.isPlaceholder) {
      expression = TimeExpression(range: range, meaning: .placeholder)
    } else {
      let years = items.compactMap(\.year)
      guard let first = years.min(), let final = years.max() else { return nil }
      expression = TimeExpression(range: range, meaning: .years(first...final))
    }
    expression.tailEnd = last.tailEnd
    return expression
  }

  private func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == "[" || scalar == "〔" || scalar == "【"
  }

  private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ")" || scalar == "]" || scalar == "〕" || scalar == "】"
  }

  /// Returns true for a character that makes 年 part of another word: 年级, 年龄.
  static func isNoYear(_ scalar: Unicode.Scalar) -> Bool { scalar == "级" || scalar == "龄" }
}

extension CalendarYears {
  /// Returns true if placeholder characters mask a year, not a duration or part of a word.
  ///
  /// `xx年` is a year; `近x年`, `xx年来`, `x年级` and `box年` are not.
  private static func isPlaceholder(_ run: NumberRun, _ text: YearText) -> Bool {
    guard run.isPlaceholder, run.range.count <= 6 else { return false }
    let before = text[run.range.lowerBound - 1]
    if ("a"..."z").contains(before) { return false }
    guard run.range.count < 4 else { return true }
    switch before {
    case "近", "续", "第", "这", "前", "后", "每", "用", "历", "期", "来", "去", "满", "约", "达": return false
    default: break
    }
    let end = run.range.upperBound
    guard text[end] == "年" else { return true }
    let isDuration = text.end(
      ofAny: ["间", "多", "期", "行动", "历史", "的历史", "为期", "以上", "以下", "以内"], at: end + 1)
    return isDuration == nil && text[end + 1] != "来"
  }

  /// Returns true if a round number is an age: `近2000年的历史`.
  private static func isAge(_ run: NumberRun, _ text: YearText) -> Bool {
    guard let year = run.year, year % 100 == 0,
      YearText.isOne(text[run.range.lowerBound - 1], of: "有近约达逾过了今")
    else { return false }
    return text.end(ofAny: ["年历史", "年的历史", "年文明", "年的文明", "年前", "年的传统"], at: run.range.upperBound)
      != nil
  }

  /// Parses a two-digit year before the beginning or end of a year: `09年底`, `11年初`.
  ///
  /// Values below 50 belong to the 21st century, others to the 20th.
  private static func yearBesideSeason(_ text: YearText, _ run: NumberRun) -> TimeExpression? {
    let end = run.range.upperBound
    guard let value = run.value, run.isASCII, text[end] == "年" else { return nil }
    let season = text[end + 1] == "年" ? end + 2 : end + 1
    guard text[season] == "底" || (text[season] == "初" && text[season + 1] != "期") else {
      return nil
    }
    let year = value < 50 ? 2000 + value : 1900 + value
    var expression = TimeExpression(
      range: run.range.lowerBound..<end + 1, meaning: .years(year...year))
    expression.tailEnd = season + 1
    return expression
  }

  /// Parses a decade: `1990年代`, `90年代`, `九十年代`.
  ///
  /// A decade without its century is one of 1950 to 1990, unless 二十一世纪, 本世纪 or `21世纪` precedes it.
  private static func decade(_ text: YearText, _ run: NumberRun) -> TimeExpression? {
    var end = run.range.upperBound
    guard var value = run.value else { return nil }
    if run.range.count == 1, text[end] == "十" {
      value *= 10
      end += 1
    }
    guard text.has("年代", at: end), value % 10 == 0,
      !YearText.isOne(text[end + 2], of: "课表理")
    else { return nil }
    let first: Int
    if value >= 1000 {
      guard NumberRun.calendarYears.contains(value) else { return nil }
      first = value
    } else {
      let start = run.range.lowerBound
      let isThisCentury =
        text.has("二十一世纪", before: start) || text.has("本世纪", before: start)
        || (text.has("世纪", before: start) && text[start - 3] == "1" && text[start - 4] == "2")
      guard isThisCentury || (50...90).contains(value) else { return nil }
      first = (isThisCentury ? 2000 : 1900) + value
    }
    return TimeExpression(
      range: run.range.lowerBound..<end + 2, meaning: .years(first...first + 9))
  }
}
