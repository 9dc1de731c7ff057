import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou kwic`: prints a concordance, one line per match.
struct KWICCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kwic",
      abstract: say("逐处列出，一处一行，上下文对齐", "List every match in its context, a line a match."),
      discussion: say(
        """
        duansou kwic 控辍保学 --sort right   按后面的文字排，看它跟什么搭配
        duansou kwic 控辍保学 --sort left    按前面的文字排，从匹配处往前比
        duansou kwic 控辍保学 | wc -l        有多少处
        """,
        """
        duansou kwic 控辍保学 --sort right   by what follows: what does it go with?
        duansou kwic 控辍保学 --sort left    by what stands before, read backwards
        duansou kwic 控辍保学 | wc -l        how many matches
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式", "The query."), valueName: say("检索式", "query")))
  var query: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "匹配处左右各带多少字；不写则 30，在终端里以一行放得下为限",
        "How many characters on both sides of a match; else 30, on a terminal as many as fit in a line."
      ),
      valueName: "n"))
  var context: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "次序：前文、后文、说到的年份，或文件里的先后",
        "By what stands before or behind, by the years they speak of, or as in the files.")))
  var sort = Concordance.Order.source

  @Option(
    help: ArgumentHelp(say("最多多少处；不写则全部", "How many matches at most; else all."), valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp(say("输出格式", "How to print the matches.")))
  var format = SearchFormat.text

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 || !(0...1_000_000).contains(context ?? 0) {
      throw ValidationError(
        say(
          "--limit 不能是负数，--context 应在 0 到 1000000 之间",
          "--limit is not negative, and --context is between 0 and 1000000"))
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
