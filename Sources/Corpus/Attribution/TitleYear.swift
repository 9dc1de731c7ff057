import TextAnalysis

/// The year in a title: 2011 in `县教育局2011年工作总结`, 2021 in `2021年工作总结及2022年工作思路`.
///
/// The first year counts. A year of four digits, ASCII or Chinese, stands before 年; at the start of a
/// title it may stand before any word (`2011政府工作报告`). Spans of years (`2011—2020年规划`) and
/// placeholders (`20xx年`) tell no year.
enum TitleYear {
  /// Returns the year of a report with a title.
  static func year(ofTitle title: String) -> ReportYear {
    let scalars = Array(FoldedText(title).string.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard ChineseNumeral.isNumeral(scalars[index]) || isDigitLike(scalars[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, ChineseNumeral.isNumeral(scalars[end]) || isDigitLike(scalars[end])
      {
        end += 1
      }
      if end - index == 4, let year = number(scalars[index..<end]), (1900...2099).contains(year),
        !joinsSpan(scalars, index, end)
      {
        let isYear = end < scalars.count && scalars[end] == "年"
        let opensTitle = index == 0 && end < scalars.count && !scalars[end].isASCII
        if isYear || opensTitle { return ReportYear(year: year, basis: .title) }
      }
      index = end
    }
    return .unknown
  }

  /// Whether a year is one end of a span: a dash or 至 stands beside it.
  private static func joinsSpan(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    let before = start > 0 ? scalars[start - 1] : " "
    var after = end
    if after < scalars.count, scalars[after] == "年" { after += 1 }
    let behind = after < scalars.count ? scalars[after] : " "
    return joints.contains(before) || joints.contains(behind)
  }

  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    // 二O一一 is written with a letter where the zero is.
    ChineseNumeral.value(of: String(String.UnicodeScalarView(scalars.map { $0 == "o" ? "〇" : $0 })))
  }

  private static func isDigitLike(_ scalar: Unicode.Scalar) -> Bool { scalar == "o" }

  private static let joints: Set<Unicode.Scalar> = ["-", "–", "—", "~", "至", "到", "－", "―"]
}
