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

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = OutputFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    let all = try index.open().read { try $0.reports() }
    let reports = conflicts ? all.filter { $0.yearConflict != nil } : all
    switch format {
    case .json:
      let list = Record([
        ("schema", .integer(SearchAnswer.schema)), ("reports", .records(reports.map(\.record))),
      ])
      try StandardOutput.write(JSONFormat().line(list) + "\n")
    case .text:
      for report in reports { try StandardOutput.write(line(of: report)) }
    }
    if reports.isEmpty {
      tell(
        all.isEmpty
          ? say("索引为空。", "The index is empty.")
          : say("没有题名年份与正文不一致的报告。", "No report has text that contradicts the year of its title."))
      throw Failure.Code.nothingFound
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
    return "\(report.identifier)  \(year)  \(report.title)\n" + (conflict ?? "")
      + "    \(paragraphs)  \(report.sourcePaths[0])"
      + (report.part > 1 ? say("  第 \(report.part) 份", "  part \(report.part)") : "") + "\n"
  }
}
