package import Corpus

extension MetadataTable.Failure {
  /// What is wrong with the table and what to do, in one sentence without the file's name.
  package func message(in language: Language) -> String {
    switch self {
    case .notText:
      language.choose("不是 CSV 或 TSV 文本。", "is no text of comma- or tab-separated values.")
    case .withoutPaths:
      language.choose(
        "第一行里没有 path（路径）一列；请写明各列的名称。",
        "has no column path in its first row; name the columns there.")
    case .invalid(let row, let column, let text):
      language.choose(
        "第 \(row) 行的 \(column)“\(text)”读不懂；年份写 2011，日期写 2011-03-05，份数写 1、2、3，类型写工作总结、工作计划、通知等。",
        "has “\(text)” as \(column) in row \(row); write years as 2011, dates as 2011-03-05, parts as 1, 2, 3, types as 工作总结, 工作计划, 通知."
      )
    }
  }
}
