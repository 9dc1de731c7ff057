package import ReportSearch

extension UnmatchedFilters {
  /// Returns one line for each filter that matches nothing in the index; `nil` if there is none.
  package func message(in language: Language) -> String? {
    guard !filters.isEmpty else { return nil }
    return filters.map {
      language.choose(
        "注意：索引中没有符合 \($0) 的内容。", "Note: nothing in the index matches \($0).")
    }.joined(separator: "\n")
  }
}

extension UnmatchedFilters.Unknown {
  /// Returns the unknown value, and similar or valid values to use instead.
  package func message(in language: Language) -> String {
    switch self {
    case .region(let name, let suggestions):
      let similar = suggestions.joined(separator: language.choose("、", ", "))
      return language.choose(
        "行政区划和索引中都没有地区“\(name)”。"
          + (suggestions.isEmpty
            ? "请写地名或区划代码，例如：region:泸州、region:510500" : "相近的有：\(similar)。"),
        "There is no region “\(name)” among the administrative divisions or in the index. "
          + (suggestions.isEmpty
            ? "Write a name or a code, for example region:泸州 or region:510500."
            : "Similar names: \(similar)."))
    case .report(let identifier):
      return language.choose(
        "索引中没有编号以“\(identifier)”开头的报告。请用 duansou reports 查看编号。",
        "No report in the index has an identifier that begins with “\(identifier)”. List "
          + "the identifiers with “duansou reports”.")
    }
  }
}
