import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou years`: counts matches by year.
struct YearsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "years",
      abstract: say("按年份统计", "Count matches by year."),
      discussion: say(
        """
        年份已隐去（20xx年）和年份不详的匹配各单独成行，不计入任何一年。没有正文的年份为空，而不是 0。
          duansou years 控辍保学 -o 控辍保学.svg    画图
          duansou years 控辍保学 双减 -o 年份.csv   多个检索式合为一个表
        """,
        """
        Matches with a redacted year (20xx年) and with an unknown year have rows of their own. A year \
        without text is empty, not 0.
          duansou years 控辍保学 -o chart.svg       a chart
          duansou years 控辍保学 双减 -o years.csv  several queries in one table
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(
    help: ArgumentHelp(
      say(
        "按每处匹配的所述年份（mention-year）或报告年份（report-year）统计",
        "Count by the year mentioned with each match, or by the report year.")))
  var by = CountAxis.Year.mention

  @Option(help: ArgumentHelp(say("图表显示的指标", "The measure shown in the chart.")))
  var measure = CountMeasure.matches

  @OptionGroup var output: CountOutput
  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func run() throws {
    let typed = try queries.typed(try concepts.parser(besides: index))
    try index.read { reports in
      let provenance = try Provenance(
        of: reports, programVersion: Duansou.version, rejecting: try queries.rejected())
      queries.tellUnknown(provenance)
      try reports.tellUnmatchedFilters(of: typed.map(\.query))
      let panel = try CountPanel(
        of: typed, by: .year(by), in: reports, rejecting: provenance.rejected)
      try output.write(CountFile(panel), provenance) { format in
        switch format {
        case .json: return JSONFormat().line(panel.record) + "\n"
        case .svg: return try YearChart(panel, measure, language: language).svg()
        default:
          let table = YearTable(
            by: by, language: language, width: StandardOutput.columns ?? 80)
          return panel.answers.map(table.text).joined(separator: "\n")
        }
      }
      if panel.isEmpty { throw Failure.Code.nothingFound }
    }
  }
}
