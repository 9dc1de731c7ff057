import ArgumentParser
import Corpus
import ReportSearch
import ResultFormats

/// `duansou reports`: what is in the index.
struct ReportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: say("列出索引里的报告", "List the reports of the index."))

  @Option(help: ArgumentHelp(say("输出格式", "How to print the list.")))
  var format = OutputFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    let reports = try ReportIndex(path: index.path).reports()
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
      tell(say("索引是空的。", "The index is empty."))
      throw Failure.Code.nothingFound
    }
  }

  private func line(of report: IndexedReport) -> String {
    let year = report.year.year.map(String.init) ?? "----"
    let paragraphs = say("\(report.paragraphCount) 段", "\(report.paragraphCount) paragraphs")
    return "\(report.identifier)  \(year)  \(report.title)\n"
      + "    \(paragraphs)  \(report.sourcePaths[0])"
      + (report.part > 1 ? say("  第 \(report.part) 份", "  part \(report.part)") : "") + "\n"
  }
}

extension IndexedReport {
  /// The report as JSON.
  var record: Record {
    Record([
      ("report_id", .text(identifier)),
      ("title", .text(title)),
      ("report_year", year.year.map { .integer($0) } ?? .null),
      ("report_year_basis", .text(year.basis.rawValue)),
      ("publish_date", publishDate.map { .text($0) } ?? .null),
      ("paragraphs", .integer(paragraphCount)),
      ("source_path", .text(sourcePaths[0])),
      ("source_paths", .path(sourcePaths)),
      ("source_part", .integer(part)),
      ("encoding", encoding.map { .text($0) } ?? .null),
    ])
  }
}
