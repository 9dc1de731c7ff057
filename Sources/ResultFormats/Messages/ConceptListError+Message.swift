package import ReportSearch

extension ConceptListError {
  /// Returns one or two sentences that say what is wrong with the list, where, and what to do.
  package func message(in language: Language) -> String {
    switch kind {
    case .missingVariant:
      language.choose(
        "概念表第 \(lineNumber) 行只有一列。每行应写名称和一种写法，用制表符分隔。",
        "Line \(lineNumber) of the concept file has only one column. Write a name and a "
          + "spelling, separated by a TAB.")
    case .tooManyColumns:
      language.choose(
        "概念表第 \(lineNumber) 行超过三列。每行应写名称、一种写法、排除的词（多个用 | 分隔）。",
        "Line \(lineNumber) of the concept file has more than three columns. Write a name, "
          + "a spelling, and exclusions separated by |.")
    case .invisible:
      language.choose(
        "概念表第 \(lineNumber) 行的名称、写法或排除的词为空，或只有不可见字符。请补全或删除这一行。",
        "Line \(lineNumber) of the concept file has an empty or invisible name, spelling "
          + "or exclusion. Complete or delete the line.")
    }
  }
}
