package import ReportSearch

extension QueryFileError {
  /// What is wrong with the batch, where, and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    switch kind {
    case .empty:
      language.choose(
        "里面没有检索式。每行写一个检索式，或“名称、制表符、检索式”。",
        "There is no query in it. Write a query a line, or a name, a TAB and a query.")
    case .query(let error):
      language.choose("第 \(lineNumber) 行：", "Line \(lineNumber): ") + error.message(in: language)
    case .repeatedName(let name, let firstLine):
      language.choose(
        "第 \(lineNumber) 行的“\(name)”与第 \(firstLine) 行重名，表里会分不开。请另起名称。",
        "Line \(lineNumber) repeats “\(name)” of line \(firstLine): a table could not tell them apart. "
          + "Choose another name.")
    }
  }
}

extension RejectedHitsError {
  /// What is wrong with the list, where, and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    language.choose(
      "第 \(lineNumber) 行的“\(text)”不是匹配的编号。每行写 hit_id 列里的编号、制表符、原因，例如 r4f1c09a27d35b8e6a0c1.12:8-12。",
      "“\(text)” in line \(lineNumber) names no match. Write an identifier of the column hit_id, a TAB and a "
        + "reason, for example r4f1c09a27d35b8e6a0c1.12:8-12.")
  }
}
