import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou panel`: counts matches by two axes, for statistics.
struct PanelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "panel",
      abstract: say("按年份、地区等交叉统计", "Cross-tabulate matches, for example by year and region."),
      discussion: say(
        """
        屏幕上显示交叉表；CSV 等格式每格一行，并给出该格的报告数、字数和每十万字处数。
          duansou panel 控辍保学 --level city -o 面板.csv     年份 × 市
          duansou panel 控辍保学 双减 --columns query          多个检索式并列
          duansou panel 控辍保学 --columns section             按所在部分（回顾、计划等）
        """,
        """
        The screen shows a cross table. CSV and the other tables have one row per cell, with its number of \
        reports and characters and the matches per 100,000 characters.
          duansou panel 控辍保学 --level city -o panel.csv    years by cities
          duansou panel 控辍保学 双减 --columns query          several queries side by side
          duansou panel 控辍保学 --columns section             by section kind
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(help: ArgumentHelp(say("行的统计维度", "The dimension of the rows.")))
  var rows = PanelAxis.year

  @Option(help: ArgumentHelp(say("列的统计维度", "The dimension of the columns.")))
  var columns = PanelAxis.region

  @Option(
    help: ArgumentHelp(
      say(
        "按每处匹配的所述年份（mention-year）或报告年份（report-year）统计",
        "Count by the year mentioned with each match, or by the report year.")))
  var by = CountAxis.Year.mention

  @Option(
    help: ArgumentHelp(say("地区统计到哪一级：省、市、县", "The level of regions: province, city or county.")))
  var level = CountAxis.Level.county

  @Option(
    help: ArgumentHelp(say("屏幕和图表显示的指标", "The measure shown on the screen and in the chart.")))
  var measure = CountMeasure.matches

  @OptionGroup var output: CountOutput
  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if rows == columns {
      throw ValidationError(
        say("--rows 和 --columns 不能相同。", "--rows and --columns must differ."))
    }
  }

  func run() throws {
    let typed = try queries.typed(try concepts.parser(besides: index))
    try index.read { reports in
      let provenance = try Provenance(
        of: reports, programVersion: Duansou.version, rejecting: try queries.rejected())
      queries.tellUnknown(provenance)
      try reports.tellUnmatchedFilters(of: typed.map(\.query))
      let panel = try CountPanel(
        of: typed, by: rows.axis(by, level), and: columns.axis(by, level), in: reports,
        rejecting: provenance.rejected)
      try output.write(CountFile(panel), provenance) { format in
        switch format {
        case .json: JSONFormat().line(panel.record) + "\n"
        case .svg: try YearChart(panel, measure, language: language).svg()
        default: WideTable(measure, language: language).text(of: panel)
        }
      }
      if panel.isEmpty { throw Failure.Code.nothingFound }
    }
  }
}
