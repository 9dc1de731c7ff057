package import ReportSearch

extension [Suggestion] {
  /// Returns the alternatives to a query that found nothing, one line for each kind of suggestion.
  package func message(in language: Language) -> String {
    let heading = language.choose(
      "没有找到匹配。简体与繁体、全角与半角、大小写、有无空格均视为相同，不必另试。",
      "Nothing found. Simplified and traditional characters, full and half width, case "
        + "and spaces are treated as the same, so there is no need to try variants.")
    let lines = Suggestion.Kind.allCases.compactMap { kind -> String? in
      let suggestions = filter { $0.kind == kind }
      if suggestions.isEmpty { return nil }
      let list = suggestions.map { $0.text(in: language) }
      return "  " + kind.label(in: language) + language.choose("：", ": ")
        + list.joined(separator: language.choose("；", "; "))
    }
    let advice = language.choose(
      "可以缩短检索词，或拆成几个词并用空格分隔。",
      "Try a shorter string, or several strings separated by spaces.")
    return ([heading] + (contains { $0.totals.paragraphs > 0 } ? lines : lines + [advice]))
      .joined(separator: "\n")
  }
}

extension Suggestion {
  /// The suggestion as JSON.
  package var record: Record {
    Record([
      ("kind", .text(kind.rawValue)), ("query", .text(query.description)),
      ("totals", .record(SearchAnswer.totals(totals))),
    ])
  }

  /// Returns the suggested query in query syntax, with its number of matches.
  fileprivate func text(in language: Language) -> String {
    let literal = language.choose("\(totals.matches) 处", "\(totals.matches)")
    let loose = language.choose(
      "\(totals.looseMatches) 处中间有标点", "\(totals.looseMatches) with punctuation inside")
    let numbers =
      switch (totals.matches, totals.looseMatches) {
      case (_, 0): literal
      case (0, _): loose
      default: literal + language.choose("，", ", ") + loose
      }
    return query.description + language.choose("（\(numbers)）", " (\(numbers))")
  }
}

extension Suggestion.Kind {
  /// Returns the name of the kind.
  package func label(in language: Language) -> String {
    switch self {
    case .unconditional: language.choose("去掉筛选和排除条件", "Without filters and exclusions")
    case .sameParagraph: language.choose("不限距离，在同一段内", "Anywhere in the same paragraph")
    case .sameReport: language.choose("不限同一段，在同一份报告内", "Anywhere in the same report")
    case .term: language.choose("单独检索", "Each term alone")
    case .folded: language.choose("不区分字形", "Any character variant")
    case .loose: language.choose("允许中间有标点", "Allowing punctuation inside")
    case .cut: language.choose("拆成两个词，在同一段内", "As two strings in the same paragraph")
    case .spelling: language.choose("是否要检索", "Did you mean")
    case .part: language.choose("只检索一部分", "Part of the string")
    case .concept: language.choose("概念", "Concepts")
    }
  }
}
