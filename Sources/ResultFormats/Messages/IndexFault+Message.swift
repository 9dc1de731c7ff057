package import ReportSearch

extension IndexFault {
  /// Returns a description of the fault and its location.
  package func message(in language: Language) -> String {
    switch self {
    case .file(let message):
      language.choose("文件损坏：\(message)", "The file is corrupted: \(message)")
    case .lists(let message):
      language.choose("倒排表损坏：\(message)", "The FTS5 posting lists are corrupted: \(message)")
    case .table(let message):
      language.choose(
        "表内数据矛盾或无法读取：\(message)", "A table is inconsistent or unreadable: \(message)")
    case .tokens(let paragraph):
      language.choose(
        "段落 \(paragraph) 的原文与倒排表不一致",
        "The text of paragraph \(paragraph) does not match the posting lists")
    case .attributes(let paragraph):
      language.choose(
        "段落 \(paragraph) 的年份、地区等属性与其数据行不一致",
        "The attributes of paragraph \(paragraph) do not match its row")
    case .copies(let paragraph):
      language.choose(
        "段落 \(paragraph) 的雷同组与原文不一致",
        "The near-duplicate group of paragraph \(paragraph) does not match its text")
    case .report(let report):
      language.choose(
        "报告 \(report) 与其来源不一致", "Report \(report) does not match its source")
    case .source(let path):
      language.choose(
        "\(path)：大小和修改时间未变，但内容与编入时不同；请用 duansou index --verify 重新编入",
        "\(path): the content has changed since it was indexed, although size and time "
          + "have not; index it again with duansou index --verify")
    }
  }
}
