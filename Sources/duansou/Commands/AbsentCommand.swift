import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou absent`: lists the values of an axis, such as regions, that have reports but no match.
struct AbsentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "absent",
      abstract: say(
        "列出有报告但从未提及的地区、年份等", "List the regions, years … that have reports but no match."),
      discussion: say(
        """
        地区或年份不详的报告不计入，只给出份数。
          duansou absent 控辍保学                  没有提及的地区
          duansou absent 控辍保学 --by report-year  没有提及的报告年份
        """,
        """
        Reports whose region or year is unknown are not counted; their number is given.
          duansou absent 控辍保学                  regions
          duansou absent 控辍保学 --by report-year  report years
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(
    help: ArgumentHelp(
      say(
        "统计对象：地区、所述年份、报告年份、文种、发文机关",
        "What to list: regions, years mentioned, report years, document types or issuers.")
    ))
  var by = AbsenceAxis.region

  @Option(
    help: ArgumentHelp(say("地区统计到哪一级：省、市、县", "The level of regions: province, city or county.")))
  var level = CountAxis.Level.county

  @OptionGroup var output: CountOutput
  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if output.chosenFormat == .svg {
      throw ValidationError(
        say("absent 不支持图表；请换用其他格式。", "absent cannot draw a chart. Choose another format."))
    }
  }

  func run() throws {
    let typed = try queries.typed(try concepts.parser(besides: index))
    try index.read { reports in
      let provenance = try Provenance(
        of: reports, programVersion: Duansou.version, rejecting: try queries.rejected())
      queries.tellUnknown(provenance)
      try reports.tellUnmatchedFilters(of: typed.map(\.query))
      let axis = by.axis(level)
      let panel = try CountPanel(of: typed, by: axis, in: reports, rejecting: provenance.rejected)
      let lists = panel.answers.map { AbsenceList($0, by: axis) }
      try output.write(CountFile(lists), provenance) { format in
        guard format == .json else {
          return lists.map { $0.text(in: language) }.joined(separator: "\n")
        }
        return JSONFormat().line(lists.record) + "\n"
      }
      if lists.allSatisfy({ $0.absent.isEmpty }) { throw Failure.Code.nothingFound }
    }
  }
}
