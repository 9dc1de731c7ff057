package import ReportSearch

extension UnreadablePages {
  /// Why the lists come from FTS5's interface.
  package func message(in language: Language) -> String {
    let reason =
      switch self {
      case .version(let number):
        language.choose("页面格式是第 \(number) 版", "its pages have format \(number)")
      case .structure:
        language.choose("段落表的结构不是已知的一种", "the record of its segments is of no known kind")
      case .page(let number):
        language.choose("页面 \(number) 读不通", "its page \(number) cannot be read")
      case .positions:
        language.choose("有一串位置读不通", "a list of positions cannot be read")
      case .paragraph(let number):
        language.choose(
          "页面提到索引里没有的段落 \(number)", "a page names paragraph \(number), which is not there")
      }
    return language.choose(
      "本次由 SQLite FTS5 接口给出命中，结果相同而稍慢：\(reason)。可用 duansou check 检查索引。",
      "FTS5's interface gave the lists; the results are the same and take longer: \(reason). "
        + "duansou check looks at the index.")
  }
}
