import ArgumentParser
import Corpus
import ReportSearch
import ResultFormats

/// `duansou show`: prints a report with its structure, or the lines of its source.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("显示一份报告", "Show one report."))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "报告编号或其开头几位，也可以是段落编号",
        "The identifier of a report, or the beginning of it; or the "
          + "identifier of a paragraph."),
      valueName: say("编号", "report")))
  var report: String

  @Option(help: ArgumentHelp(say("只显示第 n 段", "Show only paragraph n."), valueName: "n"))
  var paragraph: Int?

  @Flag(
    help: ArgumentHelp(
      say(
        "按原文件的顺序显示各行，包括已去掉的网页附属文字",
        "Show the lines of the source file in their order, including removed boilerplate."
      )))
  var original = false

  @OptionGroup var index: IndexOption

  func run() throws {
    try index.read { index in
      let parts = report.split(separator: ".", maxSplits: 1)
      let number = try paragraph ?? (parts.count == 2 ? numbered(parts[1]) : nil)
      let report = try index.report(identifiedBy: parts.first.map(String.init) ?? "")
      let removed = try index.removedLines(besides: report)
      if let number {
        guard (1...max(report.paragraphCount, 1)).contains(number), report.paragraphCount > 0 else {
          tell(
            say(
              "duansou: 这份报告有 \(report.paragraphCount) 段，没有第 \(number) 段。",
              "duansou: The report has \(report.paragraphCount) paragraphs; there is no "
                + "paragraph \(number)."
            ))
          throw Failure.Code.failed
        }
        let paragraph = try index.paragraphs(of: report)[number - 1]
        for heading in paragraph.headingPath { try StandardOutput.write(heading + "\n") }
        try StandardOutput.write(paragraph.text + "\n")
        return
      }
      try StandardOutput.write(head(of: report, removed))
      if original {
        try showSource(of: report, removed, in: index)
      } else {
        for paragraph in try index.paragraphs(of: report) {
          try StandardOutput.write(line(of: paragraph))
        }
      }
    }
  }

  private func numbered(_ text: Substring) throws -> Int {
    guard let number = Int(text) else {
      throw ValidationError(say("“\(text)”不是段落编号。", "“\(text)” is not a paragraph number."))
    }
    return number
  }

  private func head(of report: IndexedReport, _ removed: [RemovedLine]) -> String {
    var text = ReportHeadText(report).text
    if !removed.isEmpty {
      var counts: [String] = []
      for reason in ChromeReason.allCases {
        let count = removed.count { $0.reason == reason }
        if count > 0 { counts.append("\(reason.label(in: language)) \(count)") }
      }
      text +=
        say("已去掉的网页附属文字：", "Removed boilerplate lines: ")
        + counts.joined(separator: say("、", ", "))
        + say("（用 --original 查看）", " (shown with --original)")
        + "\n"
    }
    return text + "\n"
  }

  private func line(of paragraph: IndexedParagraph) -> String {
    let depth = paragraph.headingPath.count
    let indent = String(repeating: "  ", count: depth)
    let number =
      String(repeating: " ", count: max(0, 4 - "\(paragraph.number)".count))
      + "\(paragraph.number)"
    let mark = paragraph.kind == .heading || paragraph.kind == .title ? "# " : ""
    return "\(number)  \(indent)\(mark)\(paragraph.text)\n"
  }

  /// Prints the lines of all reports of the source file, and its boilerplate lines.
  private func showSource(
    of report: IndexedReport, _ removed: [RemovedLine], in index: Searcher
  ) throws {
    var lines = removed.map { ($0.lineNumber, "− [\($0.reason.label(in: language))] \($0.text)") }
    for other in try index.reports(besides: report) {
      lines += try index.paragraphs(of: other).map { ($0.lineNumber, "  " + $0.text) }
    }
    // Several lines of a web page may have the same number. Ties keep their order.
    let ordered = lines.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    for (number, text) in ordered.map(\.element) {
      let place = "\(number)"
      try StandardOutput.write(
        String(repeating: " ", count: max(0, 5 - place.count)) + place + " " + text + "\n")
    }
  }
}
