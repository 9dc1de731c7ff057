package import ReportSearch

extension ConceptListError {
  /// What is wrong with the list, where, and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    switch kind {
    case .missingVariant:
      language.choose(
        "概念表第 \(lineNumber) 行只有一列。每行写名称和一种写法，中间用制表符隔开。",
        "Line \(lineNumber) of the concepts has one column. Write a name and a spelling with a TAB "
          + "between them.")
    case .tooManyColumns:
      language.choose(
        "概念表第 \(lineNumber) 行超过三列。每行写名称、一种写法、排除的词（多个用 | 隔开）。",
        "Line \(lineNumber) of the concepts has more than three columns. Write a name, a spelling, and "
          + "exclusions with | between them.")
    case .invisible:
      language.choose(
        "概念表第 \(lineNumber) 行的名称、写法或排除的词是空的或不可见。请补上或删去这一行。",
        "A name, a spelling or an exclusion in line \(lineNumber) of the concepts is empty or invisible. "
          + "Write it, or take out the line.")
    }
  }
}
