import TextAnalysis

/// The year in a title: 2011 in `县教育局2011年工作总结`, 2021 in `2021年工作总结及2022年工作思路`.
///
/// The first year counts, including years of the Republic of China (民國100年, 一〇二學年度). A year is
/// written with four ASCII or Chinese digits. It is followed by 年, enclosed in brackets, or at the
/// end of the title. At the beginning of the title some other characters may follow it
/// (`2011政府工作报告`). Spans (`2011—2020年规划`) and placeholders (`20xx年`) give no year.
enum TitleYear {
  /// Returns the year of a report from its title.
  static func year(ofTitle title: String) -> ReportYear {
    let text = YearText(title)
    let scalars = text.scalars
    var index = 0
    while index < scalars.count {
      if let year = republicanYear(text, at: index) {
        return ReportYear(year: year, basis: .title, evidence: title)
      }
      guard ChineseNumeral.isNumeral(scalars[index]) || isDigitLike(scalars[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, ChineseNumeral.isNumeral(scalars[end]) || isDigitLike(scalars[end])
      {
        end += 1
      }
      if end - index == 4, let year = YearDigits.year(scalars[index..<end]),
        !joinsSpan(scalars, index, end), isYear(scalars, index, end)
      {
        return ReportYear(year: year, basis: .title, evidence: title)
      }
      index = end
    }
    return .unknown
  }

  /// Returns the calendar year of the single year of the Republic of China at `place`.
  private static func republicanYear(_ text: YearText, at place: Int) -> Int? {
    guard NumberRun.digit(text[place - 1]) == nil else { return nil }
    switch RepublicanYears.read(text, at: place)?.meaning {
    case .years(let years) where years.count == 1: return years.lowerBound
    case .academicYear(let first): return first
    default: return nil
    }
  }

  /// Returns true if the context shows that four digits are a year.
  ///
  /// They are followed by 年, enclosed in brackets, or at the end of the title. At its beginning, a
  /// character such as 学 or 度 may follow. `2000名教师` and `2012届` are not years.
  private static func isYear(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    guard end < scalars.count else { return start > 0 }
    if scalars[end] == "年" { return true }
    if start > 0, scalars[start - 1] == "(", scalars[end] == ")" { return true }
    return start == 0 && wordsBehindYears.contains(scalars[end])
  }

  /// Returns true if a dash, 至, 、 or 和 joins the year to another number.
  private static func joinsSpan(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    func isNumeral(_ place: Int) -> Bool {
      scalars.indices.contains(place) && ChineseNumeral.isNumeral(scalars[place])
    }
    if start > 1, joints.contains(scalars[start - 1]),
      isNumeral(start - 2) || scalars[start - 2] == "年"
    {
      return true
    }
    var after = end
    if after < scalars.count, scalars[after] == "年" { after += 1 }
    return after < scalars.count && joints.contains(scalars[after]) && isNumeral(after + 1)
  }

  /// Returns true for the letter o, which some texts use as the zero in 二O一一.
  private static func isDigitLike(_ scalar: Unicode.Scalar) -> Bool { scalar == "o" }

  private static let joints: Set<Unicode.Scalar> = [
    "-", "–", "—", "~", "至", "到", "―", "、", "和", ",",
  ]
  private static let wordsBehindYears = Set("学度政国省市县区教工上下春秋全".unicodeScalars)
}
