import ArgumentParser
import ReportSearch
import ResultFormats
import TextAnalysis

/// `duansou stats`: prints the size of the index.
struct StatsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stats",
      abstract: say("显示索引的规模", "Show the size of the index."))
  }

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = OutputFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    try index.read { reports in
      let contents = try reports.contents()
      switch format {
      case .json:
        let record = contents.record(fingerprint: try reports.fingerprint())
        try StandardOutput.write(JSONFormat().line(record) + "\n")
      case .text:
        let years = contents.years.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "—"
        try StandardOutput.write(
          say(
            """
            文件        \(contents.files)（不同内容 \(contents.sources)，\(contents.sourceBytes) 字节）
            报告        \(contents.reports)（年份 \(years)，不详 \(contents.reportsWithoutYear)）
            段落        \(contents.paragraphs)
            字数        \(contents.characters)
            已去掉的行  \(contents.removedLines)
            归并规则    \(FoldingVersion.current)

            """,
            """
            Files         \(contents.files) (\(contents.sources) distinct, \(contents.sourceBytes) bytes)
            Reports       \(contents.reports) (years \(years), \(contents.reportsWithoutYear) unknown)
            Paragraphs    \(contents.paragraphs)
            Characters    \(contents.characters)
            Lines removed \(contents.removedLines)
            Folding       \(FoldingVersion.current)

            """))
      }
    }
  }
}
