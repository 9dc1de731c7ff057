/// Years relative to another year: 去年, 近三年, 当年.
///
/// | Words                        | Years, R = 2011 | In a 政府工作报告 of 2011 |
/// |------------------------------|-----------------|---------------------------|
/// | 今年, 本年度                  | 2011            | 2011                      |
/// | 去年, 上年; 前年               | 2010; 2009      | 2010; 2009                |
/// | 明年, 来年, 下一年             | 2012            | 2012                      |
/// | 当年, 全年, 上半年, 下半年      | 2011, or the year that the sentence spoke of before |  |
/// | 次年                         | 2012, or the year after that one | |
/// | 近三年, 三年来                 | 2009…2011       | 2008…2010                 |
/// | 未来三年                      | 2012…2014       | 2011…2013                 |
/// | 近年来, 多年来                 | …2011           | …2011                     |
/// | 今后几年                      | 2012…           | 2011…                     |
enum RelativeYears: Hashable {
  /// Offsets in years from the report's year.
  case offset(ClosedRange<Int>)
  /// An offset in years from the last year named in the sentence, else from the section's year.
  case sameYear(offset: Int)
  /// The past *n* years.
  case past(Int)
  /// The next *n* years.
  case coming(Int)
  /// An unspecified number of past years.
  case recent
  /// An unspecified number of future years.
  case soon
  /// The year being planned.
  case newYear

  /// Parses the expression that begins at a position.
  static func read(_ text: YearText, at start: Int) -> TimeExpression? {
    guard let (years, end) = word(text, at: start) else { return nil }
    var expression = TimeExpression(range: start..<end, meaning: .relative(years))
    expression.tailEnd = DateTail.end(text, from: end)
    return expression
  }

  private static func word(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    let before = text[start - 1]
    switch text[start] {
    case "今": return today(text, at: start)
    case "去":
      if text.has("去今两年", at: start) { return (.offset(-1...0), start + 4) }
      return before == "过" || before == "失" ? nil : year(text, start, .offset(-1...(-1)))
    case "前":
      return isBound(before, "学以之目当日此提岁月年点") ? nil : year(text, start, .offset(-2...(-2)))
    case "明":
      return isBound(before, "说证表文申声阐注指透光聪黎简分鲜写标发照开")
        ? nil : year(text, start, .offset(1...1))
    case "来":
      return isBound(before, "以近后从历原往年出起下进过回未带本学")
        ? nil : year(text, start, .offset(1...1))
    case "次", "翌":
      let isCount =
        NumberRun.digit(before) != nil || NumberRun.isMark(before)
        || isBound(before, "两十百千多几每首再这批层档人余")
      return isCount || text[start + 2] == "会" ? nil : year(text, start, .sameYear(offset: 1))
    case "本":
      return isBound(before, "基根样课版成日资书原标剧文校") ? nil : year(text, start, .offset(0...0))
    case "当":
      return isBound(before, "相应适正") ? nil : year(text, start, .sameYear(offset: 0))
    case "全":
      return isBound(before, "安健完齐周") ? nil : year(text, start, .sameYear(offset: 0))
    case "上": return above(text, at: start)
    case "下": return below(text, at: start)
    case "近", "最": return lately(text, at: start)
    case "过": return past(text, at: start)
    case "未":
      return text.has("未来", at: start) ? coming(text, at: start + 2) : nil
    case "这": return these(text, at: start)
    case "新":
      return text.end(ofAny: ["新的一年", "新一年"], at: start).flatMap {
        text[$0] == "级" ? nil : (.newYear, $0)
      }
    case "几", "多", "数":
      guard before != "十", before != "近", before != "这" else { return nil }
      let unit = text[start + 1] == "十" || text[start + 1] == "百" ? start + 2 : start + 1
      return cameOf(text, at: unit).map { (.recent, $0) }
    case "半":
      return cameOf(text, at: start + 1).map { (.sameYear(offset: 0), $0) }
    case "一" where text.has("一年多来", at: start):
      return (.offset(-1...0), start + 4)
    default: return counted(text, at: start)
    }
  }

  /// Parses one character followed by 年 as a word for a year, excluding 年级 and 年龄.
  private static func year(
    _ text: YearText, _ start: Int, _ years: RelativeYears
  ) -> (RelativeYears, Int)? {
    guard text[start + 1] == "年", isYear(text, start + 1) else { return nil }
    return (years, start + (text[start + 2] == "度" ? 3 : 2))
  }

  /// Returns true if the 年 at a position ends its word.
  private static func isYear(_ text: YearText, _ place: Int) -> Bool {
    !CalendarYears.isNoYear(text[place + 1])
  }

  private static func today(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    if let end = text.end(ofAny: ["今明两年", "今、明两年"], at: start) { return (.offset(0...1), end) }
    if text.has("今后", at: start) { return coming(text, at: start + 2) }
    return year(text, start, .offset(0...0))
  }

  private static func above(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    if text.has("上半年", at: start) { return (.sameYear(offset: 0), start + 3) }
    if text.has("上一年", at: start) {
      return isYear(text, start + 2) ? (.offset(-1...(-1)), start + 3) : nil
    }
    guard !isBound(text[start - 1], "以之晚早网路线会身马"), !isBound(text[start + 2], "审检货会纪") else {
      return nil
    }
    return year(text, start, .offset(-1...(-1)))
  }

  private static func below(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    if text.has("下半年", at: start) { return (.sameYear(offset: 0), start + 3) }
    if let end = text.end(ofAny: ["下一年度", "下年度"], at: start) { return (.offset(1...1), end) }
    guard text.has("下一年", at: start), isYear(text, start + 2) else { return nil }
    return (.offset(1...1), start + 3)
  }

  /// Parses 近三年来, 近年来, 最近几年.
  private static func lately(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    var place = start + 1
    if text[start] == "最" {
      guard text[place] == "近" else { return nil }
      place += 1
    } else if isBound(text[start - 1], "附新靠接") {
      return nil
    }
    if let end = text.end(ofAny: ["年", "几年", "些年", "两三年"], at: place) {
      guard isYear(text, end - 1) else { return nil }
      return (.recent, endOfCame(text, from: end))
    }
    guard let count = SmallNumber.read(text, at: place), text[count.end] == "年" else { return nil }
    guard isYear(text, count.end),
      text.end(ofAny: ["历史", "的历史", "时间", "的时间"], at: count.end + 1) == nil
    else { return nil }
    let end = endOfCame(text, from: count.end + 1)
    // 经过近三年的努力 is a duration, not a period.
    if end == count.end + 1, isBound(text[start - 1], "将过历时了用达有要需经") { return nil }
    return (.past(count.value), end)
  }

  /// Parses 过去五年, 过去的一年.
  private static func past(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    guard text.has("过去", at: start) else { return nil }
    let place = text[start + 2] == "的" ? start + 3 : start + 2
    if let end = text.end(ofAny: ["几年", "多年", "若干年"], at: place) {
      return (.recent, endOfCame(text, from: end))
    }
    guard let count = SmallNumber.read(text, at: place), text[count.end] == "年",
      isYear(text, count.end)
    else { return nil }
    return (.past(count.value), endOfCame(text, from: count.end + 1))
  }

  /// Parses 这五年, 这几年来.
  private static func these(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    if let end = text.end(ofAny: ["这几年", "这些年"], at: start) {
      return (.recent, endOfCame(text, from: end))
    }
    guard let count = SmallNumber.read(text, at: start + 1), text[count.end] == "年",
      isYear(text, count.end)
    else { return nil }
    return (.past(count.value), endOfCame(text, from: count.end + 1))
  }

  /// Parses 三年 after 未来 or 今后.
  private static func coming(_ text: YearText, at place: Int) -> (RelativeYears, Int)? {
    let place = text[place] == "的" ? place + 1 : place
    if let end = text.end(ofAny: ["几年", "若干年"], at: place) { return (.soon, end) }
    guard let count = SmallNumber.read(text, at: place), text[count.end] == "年",
      isYear(text, count.end)
    else { return nil }
    return (.coming(count.value), count.end + 1)
  }

  /// Parses 三年来, `30年来`, 十多年来.
  private static func counted(_ text: YearText, at start: Int) -> (RelativeYears, Int)? {
    guard let count = SmallNumber.read(text, at: start) else { return nil }
    if text[count.end] == "多" || text[count.end] == "几" || text[count.end] == "余" {
      return cameOf(text, at: count.end + 1).map { (.recent, $0) }
    }
    guard let end = cameOf(text, at: count.end) else {
      return text.has("年多来", at: count.end) ? (.recent, count.end + 3) : nil
    }
    return (.past(count.value), end)
  }

  /// Returns the end of 年来 or 年以来 at a position, or `nil`.
  private static func cameOf(_ text: YearText, at place: Int) -> Int? {
    guard text[place] == "年" else { return nil }
    let end = endOfCame(text, from: place + 1)
    return end > place + 1 ? end : nil
  }

  /// Returns the end of 来 or 以来 at a position, or the position itself.
  private static func endOfCame(_ text: YearText, from place: Int) -> Int {
    if text.has("以来", at: place) { return place + 2 }
    if text[place] == "来", !isBound(text[place + 1], "自到源看信访宾") { return place + 1 }
    return place
  }

  private static func isBound(_ scalar: Unicode.Scalar, _ characters: StaticString) -> Bool {
    YearText.isOne(scalar, of: characters)
  }
}
