/// Recognizes years that belong to the number or title of a document.
///
/// | Text                                        | Why                          |
/// |---------------------------------------------|------------------------------|
/// | `国发〔2012〕48号`, `2011年第3号公告`          | the document's number        |
/// | `《…规划》(2011-2020年)`, `“国培计划”(2021年)` | brackets after a name        |
/// | `三年行动计划(2011-2013年)`                   | the same without quotation marks       |
enum Citation {
  /// Returns true if a document number follows the year: 第3号, `3号文`.
  static func isNumber(_ text: YearText, behind end: Int) -> Bool {
    let isOrdinal = text[end] == "第"
    guard let number = NumberRun(text, at: isOrdinal ? end + 1 : end),
      text[number.range.upperBound] == "号"
    else { return false }
    let next = text[number.range.upperBound + 1]
    return isOrdinal || YearText.isOne(next, of: "文令公通件")
  }

  /// Returns true if brackets that contain a year belong to a title or a document number.
  static func isBracket(_ text: YearText, _ pair: BracketTree.Pair) -> Bool {
    let before = text[pair.open - 1]
    if before == "》" || before == "\"" || (before == ">" && text[pair.open - 2] == ">") {
      return true
    }
    if PlanName.ends(text, at: pair.open) { return true }
    guard let close = pair.close else { return false }
    let number = text[close + 1] == "第" ? close + 2 : close + 1
    guard let run = NumberRun(text, at: number) else { return false }
    return text[run.range.upperBound] == "号"
  }
}
