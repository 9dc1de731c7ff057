package import ReportSearch

extension UnreadablePages {
  /// Returns the reason why the posting lists were read through FTS5's interface.
  package func message(in language: Language) -> String {
    let reason =
      switch self {
      case .version(let number):
        language.choose("页面格式为第 \(number) 版", "the pages have format version \(number)")
      case .structure:
        language.choose("倒排表的结构未知", "the structure record has an unknown format")
      case .page(let number):
        language.choose("页面 \(number) 无法解析", "page \(number) cannot be parsed")
      case .positions:
        language.choose("有一个位置列表无法解析", "a position list cannot be parsed")
      case .paragraph(let number):
        language.choose(
          "页面引用了索引中不存在的段落 \(number)", "a page refers to paragraph \(number), which does not exist")
      }
    return language.choose(
      "未能直接读取倒排表（\(reason)），本次改由 SQLite FTS5 接口读取，结果相同但较慢。可用 duansou check 检查索引。",
      "The posting lists could not be read directly (\(reason)) and were read through "
        + "the FTS5 interface; the results are the same but slower. Check the index with "
        + "duansou check.")
  }
}
