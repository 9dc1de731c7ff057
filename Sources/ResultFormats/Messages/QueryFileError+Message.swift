package import ReportSearch

extension QueryFileError {
  /// Returns one or two sentences that say what is wrong with the batch, where, and what to do.
  package func message(in language: Language) -> String {
    switch kind {
    case .empty:
      language.choose(
        "文件中没有检索式。每行应写一个检索式，或“名称、制表符、检索式”。",
        "The file contains no query. Write one query per line, or a name, a TAB and a query.")
    case .query(let error):
      language.choose("第 \(lineNumber) 行：", "Line \(lineNumber): ") + error.message(in: language)
    case .repeatedName(let name, let firstLine):
      language.choose(
        "第 \(lineNumber) 行的名称“\(name)”与第 \(firstLine) 行重复，结果中无法区分。请换一个名称。",
        "Line \(lineNumber) repeats the name “\(name)” of line \(firstLine); the results "
          + "could not be distinguished. Choose another name.")
    }
  }
}

extension RejectedHitsError {
  /// Returns one or two sentences that say what is wrong with the list of rejected matches, where,
  /// and what to do.
  package func message(in language: Language) -> String {
    language.choose(
      "第 \(lineNumber) 行的“\(text)”不是匹配的编号。每行应写 hit_id 列中的编号、制表符和原因，编号例如 "
        + "r4f1c09a27d35b8e6a0c1.12:8-12。",
      "“\(text)” in line \(lineNumber) is not the identifier of a match. Write an "
        + "identifier from the column hit_id (for example r4f1c09a27d35b8e6a0c1.12:8-12), a "
        + "TAB and a reason.")
  }
}
