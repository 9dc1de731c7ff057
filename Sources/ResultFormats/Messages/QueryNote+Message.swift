package import ReportSearch

extension QueryNote {
  /// What was taken for text, where, and how to write it if it was meant otherwise.
  package func message(in language: Language) -> String {
    let place = characterRange.lowerBound + 1
    let taken = language.choose(
      "第 \(place) 个字符处的“\(sign)”按文字查找。", "“\(sign)” at character \(place) is text. ")
    return taken + remedy(in: language)
  }

  private func remedy(in language: Language) -> String {
    switch kind {
    case .bracket:
      language.choose(
        "括号里有空格或 | 时才表示分组。", "Brackets group if they hold white space or |.")
    case .quotationMark:
      language.choose(
        "引号后面紧接着文字时，引号也是文字；要用引号检索，请在后面空一格。",
        "A quotation is followed by white space; with text right behind it, its marks are text.")
    case .wildcard:
      language.choose(
        "夹在文字中间的单个半角 ? 代表任意一个字，单个 … 代表二十字以内。",
        "Between characters, an ASCII ? stands for one character, a single … for up to twenty.")
    case .operatorInWord:
      language.choose("要作运算符，请在前面空一格。", "As an operator, it stands behind white space.")
    case .operatorWord:
      language.choose(
        "运算符写作 AND、OR、NOT、NEAR/20、/20、>20，前后空格。",
        "Operators are AND, OR, NOT, NEAR/20, /20 and >20, with white space around them.")
    case .backslash:
      language.choose(
        "\\ 使后面一个字符成为文字，这里后面没有字符。",
        "It makes the next character text; here, none follows.")
    case .field:
      language.choose(
        "~ 后面的字段名是文字；要作筛选条件，请去掉 ~。",
        "Behind ~, a field is text; as a filter, it stands without it.")
    }
  }
}
