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
        年份隐去的（20xx年）和不详的单独成行，不会算进哪一年。没有文字的年份是空的，不是 0。
          duansou years 控辍保学 -o 控辍保学.svg    画成图
          duansou years 控辍保学 双减 -o 年份.csv   几个检索式一个表
        """,
        """
        What has its year taken out (20xx年) and what tells none have rows of their own.
        A year without texts is empty, which is not 0.
          duansou years 控辍保学 -o chart.svg       a chart
          duansou years 控辍保学 双减 -o years.csv  several queries in one table
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(
    help: ArgumentHelp(
      say(
        "按每处所说的年份（mention-year）还是报告的年份（report-year）",
        "By the year that each match speaks of, or by its report's.")))
  var by = CountAxis.Year.mention

  @Option(help: ArgumentHelp(say("图里画什么", "What the chart shows.")))
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
