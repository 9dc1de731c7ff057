import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou absent`: lists the values of an axis, such as regions, that have reports but no match.
struct AbsentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "absent",
      abstract: say("有报告而从未说到的地区、年份等", "List who has reports and never says something."),
      discussion: say(
        """
        地区、年份看不出来的报告不能算“从未说到”，另外报出有多少份。
          duansou absent 控辍保学                  哪些地区没有说到
          duansou absent 控辍保学 --by report-year  哪些年的报告没有说到
        """,
        """
        Of reports whose region or year is not known, only the number is told.
          duansou absent 控辍保学                  regions
          duansou absent 控辍保学 --by report-year  years of reports
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(
    help: ArgumentHelp(
      say(
        "看什么：地区、所说的年份、报告的年份、文种、发文单位",
        "What to look at: regions, years spoken of, years of reports, kinds of documents, offices.")
    ))
  var by = AbsenceAxis.region

  @Option(
    help: ArgumentHelp(say("地区算到哪一级：省、市、县", "Regions as provinces, cities or counties.")))
  var level = CountAxis.Level.county

  @OptionGroup var output: CountOutput
  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if output.chosenFormat == .svg {
      throw ValidationError(say("absent 没有图", "absent draws no chart"))
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
