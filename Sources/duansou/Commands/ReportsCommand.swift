import ArgumentParser
import Corpus
import ReportSearch
import ResultFormats

/// `duansou reports`: lists the reports of the index.
struct ReportsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reports",
      abstract: say("列出索引中的报告", "List the reports of the index."))
  }

  @Flag(
    help: ArgumentHelp(
      say("只列出题名年份与正文不一致的报告", "List only reports whose text contradicts the year of their title.")))
  var conflicts = false

  @Flag(
    help: ArgumentHelp(
      say(
        "只列出源文件文字可能不全的报告及其原因",
        "List only reports of whose file text may be missing, with the reasons."
      )))
  var incomplete = false

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = OutputFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    let all = try index.open().read { try $0.reports() }
    let reports = all.filter {
      (!conflicts || $0.yearConflict != nil) && (!incomplete || !$0.incompleteness.isEmpty)
    }
    switch format {
    case .json:
      let list = Record([
        ("schema", .integer(SearchAnswer.schema)),
        ("reports", .records(reports.map { $0.record(in: language) })),
      ])
      try StandardOutput.write(JSONFormat().line(list) + "\n")
    case .text:
      for report in reports { try StandardOutput.write(line(of: report)) }
    }
    if reports.isEmpty {
      tell(reasonForNone(indexIsEmpty: all.isEmpty))
      throw Failure.Code.nothingFound
    }
  }

  private func reasonForNone(indexIsEmpty: Bool) -> String {
    if indexIsEmpty { return say("索引为空。", "The index is empty.") }
    return switch (conflicts, incomplete) {
    case (true, true):
      say("没有同时符合两个条件的报告。", "No report meets both conditions.")
    case (false, _): say("没有文字可能不全的报告。", "No report has text that may be missing.")
    default: say("没有题名年份与正文不一致的报告。", "No report has text that contradicts the year of its title.")
    }
  }

  private func line(of report: IndexedReport) -> String {
    let year = report.year.year.map(String.init) ?? "----"
    let paragraphs = say("\(report.paragraphCount) 段", "\(report.paragraphCount) paragraphs")
    let conflict = report.yearConflict.map {
      say(
        "    正文第 \($0.paragraph + 1) 段提到 \($0.year) 年：\($0.evidence)\n",
        "    paragraph \($0.paragraph + 1) mentions \($0.year): \($0.evidence)\n")
    }
    let losses = report.incompleteness.map {
      say("    可能不全：", "    may be incomplete: ") + $0.message(in: language) + "\n"
    }
    return "\(report.identifier)  \(year)  \(report.title)\n" + (conflict ?? "") + losses.joined()
      + "    \(paragraphs)  \(report.sourcePaths[0])"
      + (report.part > 1 ? say("  第 \(report.part) 份", "  part \(report.part)") : "") + "\n"
  }
}
