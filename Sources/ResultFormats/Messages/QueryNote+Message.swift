package import ReportSearch

extension QueryNote {
  /// Returns a note that a sign was read as literal text: its position, and how to write it as
  /// syntax.
  package func message(in language: Language) -> String {
    let place = characterRange.lowerBound + 1
    let taken = language.choose(
      "第 \(place) 个字符“\(sign)”按普通文字检索。", "“\(sign)” at character \(place) is read as text. ")
    return taken + remedy(in: language)
  }

  private func remedy(in language: Language) -> String {
    switch kind {
    case .bracket:
      language.choose(
        "括号内有空格或 | 时才表示分组。", "Brackets form a group only if they contain white space or |.")
    case .quotationMark:
      language.choose(
        "引号后紧接文字时，引号按文字处理；要按引号内的原文检索，请在引号后加空格。",
        "Quotation marks directly followed by text are text. To search for a quoted "
          + "string, add a space after it.")
    case .wildcard:
      language.choose(
        "单个半角 ? 位于文字中间时代表任意一个字，单个 … 代表 20 字以内的任意文字。",
        "Between characters, a single ASCII ? matches any one character and a single … "
          + "matches up to 20.")
    case .operatorInWord:
      language.choose("要用作运算符，请在前面加空格。", "To use it as an operator, put a space before it.")
    case .operatorWord:
      language.choose(
        "运算符写作 AND、OR、NOT、NEAR/20、/20、>20，前后各加空格。",
        "The operators are AND, OR, NOT, NEAR/20, /20 and >20, surrounded by spaces.")
    case .backslash:
      language.choose(
        "\\ 使其后的一个字符按文字处理，这里后面没有字符。",
        "A backslash makes the next character literal; no character follows here.")
    case .field:
      language.choose(
        "~ 后的字段名按文字处理；要用作筛选条件，请去掉 ~。",
        "A field name after ~ is text. To use it as a filter, remove the ~.")
    }
  }
}
