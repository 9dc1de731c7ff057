import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou diff`: shows the differences between two paragraphs.
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say("比较两段文字", "Show the differences between two paragraphs."),
      discussion: say(
        "[-…-] 为前一段独有，{+…+} 为后一段独有；被替换的年份、地名、数字另行列出。",
        "[-…-] occurs only in the first paragraph, {+…+} only in the second. Replaced "
          + "years, place names and numbers are listed below."))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "前一段的编号，如 r4f1c09a27d35b8e6a0c1.6",
        "The identifier of the first paragraph, such as r4f1c09a27d35b8e6a0c1.6."),
      valueName: say("段", "paragraph")))
  var left: String

  @Argument(
    help: ArgumentHelp(
      say("后一段的编号", "The identifier of the second paragraph."),
      valueName: say("另一段", "other-paragraph")))
  var right: String

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = TableFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    try index.read { reports in
      let answer = DifferenceAnswer(
        try reports.paragraph(identifiedBy: left), try reports.paragraph(identifiedBy: right))
      switch format {
      case .text:
        let text = TextFormat(
          language: language, markup: StandardOutput.isTerminal ? .ansi : .plain,
          folder: Console.current.folder)
        try StandardOutput.write(text.difference(answer))
      case .json: try StandardOutput.write(JSONFormat().line(answer.record) + "\n")
      case .csv:
        let csv = CSVFormat()
        try StandardOutput.write(
          csv.header(DifferenceAnswer.columns) + answer.records.map(csv.line).joined())
      }
    }
  }
}
