package import ReportSearch

extension [Suggestion] {
  /// What to ask instead of a query that found nothing: a line for each kind of suggestion.
  package func message(in language: Language) -> String {
    let heading = language.choose(
      "没有找到。简繁、全半角、大小写、空格不用换着试，都算一样。",
      "Nothing found. Traditional characters, full-width letters, case and spaces need no other try: they "
        + "count as the same.")
    let lines = Suggestion.Kind.allCases.compactMap { kind -> String? in
      let suggestions = filter { $0.kind == kind }
      if suggestions.isEmpty { return nil }
      let list = suggestions.map { $0.text(in: language) }
      return "  " + kind.label(in: language) + language.choose("：", ": ")
        + list.joined(separator: language.choose("；", "; "))
    }
    let advice = language.choose(
      "可以换短一些的词，或者分成几个词用空格隔开。",
      "Try a shorter string, or several strings with spaces between them.")
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

  /// The query as people may type it, and how much it finds.
  fileprivate func text(in language: Language) -> String {
    let literal = language.choose("\(totals.matches) 处", "\(totals.matches)")
    let loose = language.choose("\(totals.looseMatches) 处隔着标点", "\(totals.looseMatches) loose")
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
  /// What kind of other query it is.
  package func label(in language: Language) -> String {
    switch self {
    case .unconditional: language.choose("不加筛选和排除", "Without filters and exclusions")
    case .sameParagraph: language.choose("不限远近，同一段里都有", "Anywhere in one paragraph")
    case .sameReport: language.choose("不限同一段，同一篇里都有", "Anywhere in one report")
    case .term: language.choose("单独检索", "Alone")
    case .folded: language.choose("不限字形", "In whatever script")
    case .loose: language.choose("允许中间隔着标点", "With punctuation inside")
    case .cut: language.choose("分成两个词，同一段里都有", "As two strings in one paragraph")
    case .spelling: language.choose("是不是", "Did you mean")
    case .part: language.choose("只找一部分", "A part of it")
    case .concept: language.choose("概念", "Concepts")
    }
  }
}
