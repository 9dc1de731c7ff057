import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou kwic`: prints a concordance, one line per match.
struct KWICCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kwic",
      abstract: say("逐处列出匹配，每处一行，上下文对齐", "List every match in context, one line per match."),
      discussion: say(
        """
        duansou kwic 控辍保学 --sort right   按后文排序，查看搭配
        duansou kwic 控辍保学 --sort left    按前文排序，从匹配处向前比较
        duansou kwic 控辍保学 | wc -l        统计处数
        """,
        """
        duansou kwic 控辍保学 --sort right   sort by what follows, to see collocations
        duansou kwic 控辍保学 --sort left    sort by what precedes, compared backwards
        duansou kwic 控辍保学 | wc -l        count the matches
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式", "The query."), valueName: say("检索式", "query")))
  var query: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "匹配处左右各显示的字数；默认 30，在终端中以一行可容纳为限",
        "Number of characters on each side of a match; by default 30, on a terminal as "
          + "many as fit on a line."
      ),
      valueName: "n"))
  var context: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "排序方式：前文、后文、所述年份，或文件中的先后",
        "Sort by the left or right context, by the year mentioned, or in file order.")))
  var sort = Concordance.Order.source

  @Option(
    help: ArgumentHelp(
      say("最多列出的处数；默认全部", "Maximum number of matches; by default all."), valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = SearchFormat.text

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 || !(0...1_000_000).contains(context ?? 0) {
      throw ValidationError(
        say(
          "--limit 不能是负数，--context 必须在 0 到 1000000 之间。",
          "--limit must not be negative, and --context must be between 0 and 1000000."))
    }
  }

  func run() throws {
    let typed = query.joined(separator: " ")
    let parser = try concepts.parser(besides: index)
    let reading = try parser.reading(of: typed)
    try index.read { reports in
      reading.message(typed: typed, in: language).map(tell)
      try reports.tellUnmatchedFilters(of: [reading.query])
      let output = ConcordanceOutput(
        concordance: Concordance(context: context ?? 30, order: sort, limit: limit),
        lineWidth: context == nil ? StandardOutput.columns : nil)
      let totals = try output.write(reading.query, typed: typed, from: reports, as: format)
      if totals.paragraphs == 0 {
        try tell(
          reports.suggestions(for: reading.query, concepts: parser.concepts).message(in: language))
        throw Failure.Code.nothingFound
      }
    }
  }
}
