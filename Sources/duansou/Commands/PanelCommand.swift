import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou panel`: counts matches by two axes, for statistics.
struct PanelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "panel",
      abstract: say("按年份和地区等交叉统计", "Count matches by two things, for statistics."),
      discussion: say(
        """
        屏幕上是行列交叉的表；CSV 等一行一格，带各格的报告数、字数和每十万字的处数。
          duansou panel 控辍保学 --level city -o 面板.csv     年份 × 市
          duansou panel 控辍保学 双减 --columns query          几个检索式并列
          duansou panel 控辍保学 --columns section             已做的和计划的
        """,
        """
        On the screen rows and columns; CSV and others have a line a cell, with its
        reports, its characters and the matches in 100,000 of them.
          duansou panel 控辍保学 --level city -o panel.csv    years by cities
          duansou panel 控辍保学 双减 --columns query          several queries side by side
          duansou panel 控辍保学 --columns section             what was done and what is planned
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(help: ArgumentHelp(say("各行按什么分", "By what rows are told apart.")))
  var rows = PanelAxis.year

  @Option(help: ArgumentHelp(say("各列按什么分", "By what columns are told apart.")))
  var columns = PanelAxis.region

  @Option(
    help: ArgumentHelp(
      say(
        "按每处所说的年份（mention-year）还是报告的年份（report-year）",
        "By the year that each match speaks of, or by its report's.")))
  var by = CountAxis.Year.mention

  @Option(
    help: ArgumentHelp(say("地区算到哪一级：省、市、县", "Regions as provinces, cities or counties.")))
  var level = CountAxis.Level.county

  @Option(help: ArgumentHelp(say("屏幕上和图里是什么", "What the screen and the chart show.")))
  var measure = CountMeasure.matches

  @OptionGroup var output: CountOutput
  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if rows == columns {
      throw ValidationError(
        say("--rows 和 --columns 不能相同", "--rows and --columns must differ"))
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
