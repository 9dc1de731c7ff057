package import ReportSearch

extension IndexFault {
  /// What is wrong, and where.
  package func message(in language: Language) -> String {
    switch self {
    case .file(let message):
      language.choose("文件损坏：\(message)", "The file is damaged: \(message)")
    case .lists(let message):
      language.choose("段落表损坏：\(message)", "FTS5's lists are damaged: \(message)")
    case .table(let message):
      language.choose(
        "表里有矛盾或读不出：\(message)", "A table contradicts itself or cannot be read: \(message)")
    case .tokens(let paragraph):
      language.choose(
        "段 \(paragraph) 的原文与段落表不一致", "The text of paragraph \(paragraph) and its lists differ")
    case .attributes(let paragraph):
      language.choose(
        "段 \(paragraph) 的年份、地区等与它的行不一致",
        "The attributes of paragraph \(paragraph) are not those of its row")
    case .copies(let paragraph):
      language.choose(
        "段 \(paragraph) 的雷同组与原文不一致",
        "The group of copies of paragraph \(paragraph) is not that of its text")
    case .report(let report):
      language.choose(
        "报告 \(report) 与它的来源不一致", "Report \(report) does not follow from its source")
    case .source(let path):
      language.choose(
        "\(path)：大小和时间未变，内容却与编入时不同；请用 duansou index --verify 重新编入",
        "\(path): has other bytes than were indexed, although it looks as it did; index it again with "
          + "duansou index --verify")
    }
  }
}
