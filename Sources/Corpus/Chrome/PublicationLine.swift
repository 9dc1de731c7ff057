import TextAnalysis

/// The date and place of publication and the number of readers.
///
/// Examples: `发布时间: 2019.08.12`, `来源:某某网`, `某某网 2019年8月12日 来源:某某局`, `留言(42) 人气(239)`.
///
/// Labels that also occur in reports (`时间:`, `来源:`) count only above the text.
struct PublicationLine: ChromeRule {
  let reason = ChromeReason.publication
  private let labels: [FoldedText] = [
    "发布时间", "发布日期", "发表时间", "更新时间", "浏览次数", "点击次数", "点击数", "阅读次数", "文章来源", "信息来源",
    "责任编辑",
  ]
  private let labelsAboveText: [FoldedText] = ["时间", "日期", "来源", "作者", "编辑"]
  private let origins: [FoldedText] = ["来源:", "发稿时间:", "发布时间:", "作者:"]
  private let counters: [FoldedText] = ["人气(", "浏览(", "点击(", "阅读("]

  func takes(_ line: ChromeCandidate) -> Bool {
    if line.isLabelled(labels) { return true }
    guard !line.isSentence else { return false }
    return line.contains(counters)
      || line.isBeforeText
        && (line.isLabelled(labelsAboveText)
          || line.contains(origins) && Self.date(in: line.text.string) != nil)
  }

  /// Returns the first date in a line, in any of the forms `2019.08.12`, `2019-8-12` and
  /// `2019年8月12日`, or `nil` if there is none.
  static func date(in line: String) -> CalendarDate? {
    let numbers = FoldedText(line).string.split { !$0.isASCII || !$0.isNumber }
    for (index, number) in numbers.enumerated() where number.count == 4 {
      guard index + 2 < numbers.count else { break }
      if let year = Int(number), (1900...2100).contains(year), let month = Int(numbers[index + 1]),
        let day = day(numbers[index + 2], isPadded: numbers[index + 1].count == 2),
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  /// Returns the day of a date. A reader count can follow the day directly (`2023.12.291537人看过`).
  /// In that case, a two-digit month implies a two-digit day.
  private static func day(_ digits: Substring, isPadded: Bool) -> Int? {
    digits.count <= 2 ? Int(digits) : isPadded ? Int(digits.prefix(2)) : nil
  }
}
