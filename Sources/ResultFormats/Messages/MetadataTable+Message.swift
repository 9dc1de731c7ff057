package import Corpus

extension MetadataTable.Failure {
  /// Returns one sentence, without the file's name, that says what is wrong with the table and what
  /// to do.
  package func message(in language: Language) -> String {
    switch self {
    case .notText:
      language.choose("不是 CSV 或 TSV 文本文件。", "is not a CSV or TSV text file.")
    case .withoutPaths:
      language.choose(
        "第一行没有 path（路径）列；请在第一行写明各列的名称。",
        "has no column “path” in its first row; write the column names in the first row.")
    case .invalid(let row, let column, let text):
      language.choose(
        "第 \(row) 行的 \(column)“\(text)”无法识别；年份应写作 2011，日期写作 2011-03-05，part（第几份）写作 "
          + "1、2、3，文种写作工作总结、工作计划、通知等。",
        "has the invalid value “\(text)” in column \(column) of row \(row); write years as "
          + "2011, dates as 2011-03-05, parts as 1, 2, 3 and types as 工作总结, 工作计划 or 通知."
      )
    }
  }
}
