import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou search`: ranked paragraphs with the matches marked.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: say("检索，按相关程度列出段落", "List the paragraphs that say something, best first."),
      discussion: say(
        """
        控辍保学                 这几个字，与查找框（Ctrl+F）一样准确；简繁、全半角、大小写不分
        控辍保学 留守儿童         同一段里两样都有
        "营养改善计划 实施"       引号里的空格也算
        控辍保学 year:2010..2015  只要这些年的

        有引号、括号、| > ? * 的，整个放进单引号：
          duansou search '"营养改善计划 实施"'
        以 - 开头的，再在前面写 --：
          duansou search -- '-校外培训 双减'
        """,
        """
        控辍保学                 the string, as exactly as Ctrl+F
        控辍保学 留守儿童         both in one paragraph
        "营养改善计划 实施"       a string with a space in it
        控辍保学 year:2010..2015  of these years only

        With " ( ) | > ? or * in it, put it between single quotation marks:
          duansou search '"营养改善计划 实施"'
        Where it begins with -, put -- before it:
          duansou search -- '-校外培训 双减'
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式", "The query."), valueName: say("检索式", "query")))
  var query: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "列出多少段；不写则 20，jsonl 则全部",
        "How many paragraphs to list; 20 by default, all as jsonl."), valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(say("跳过前面多少段", "How many better paragraphs to leave out."), valueName: "n"))
  var offset = 0

  @Option(
    help: ArgumentHelp(
      say("次序：相关程度、说到的年份，或文件里的先后", "Best first, by the years they speak of, or as in the files.")))
  var sort = HitOrder.rank

  @Option(help: ArgumentHelp(say("输出格式", "How to print the hits.")))
  var format = SearchFormat.text

  @Flag(
    help: ArgumentHelp(
      say(
        "雷同的段只列一次（所找到的里最早的），写明共几段",
        "List paragraphs that are copies of each other once, with their number.")))
  var foldCopies = false

  @Flag(
    help: ArgumentHelp(
      say(
        "写明得分、年份、地区各从何来", "Tell where scores, years and regions come from.")))
  var explain = false

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 || offset < 0 {
      throw ValidationError(
        say("--limit 和 --offset 不能是负数", "--limit and --offset are not negative"))
    }
  }

  func run() throws {
    let typed = query.joined(separator: " ")
    let parser = try concepts.parser(besides: index)
    let reading = try parser.reading(of: typed)
    try index.read { reports in
      reading.message(typed: typed, in: language).map(tell)
      try reports.tellUnmatchedFilters(of: [reading.query])
      let part: ListedPart
      var suggestions: [Suggestion]?
      if format == .jsonl, !explain {
        part = try writeLines(of: reading.query, in: reports)
        if part.total == 0 {
          suggestions = try reports.suggestions(for: reading.query, concepts: parser.concepts)
        }
      } else {
        let result = try reports.search(
          reading.query, limit: limit ?? (format == .jsonl ? .max : ListedPart.defaultCount),
          options: SearchOptions(offset: offset, order: sort, foldsCopies: foldCopies))
        if result.totals.paragraphs == 0 {
          suggestions = try reports.suggestions(for: reading.query, concepts: parser.concepts)
        }
        let explanation = explain ? try reports.explanation(of: result) : nil
        try write(result, typed: typed, suggestions, explanation)
        let listed = foldCopies ? result.totalsWithoutCopies : result.totals
        part = ListedPart(offset: offset, count: result.hits.count, total: listed.paragraphs)
      }
      if let suggestions {
        try StandardOutput.flush()
        tell(suggestions.message(in: language))
        throw Failure.Code.nothingFound
      }
      if offset > 0, limit != 0, part.count == 0 {
        tell(
          say(
            "没有那么多段：--offset \(offset) 之后是空的。",
            "There are not so many: nothing is behind --offset \(offset)."))
      } else if format != .text {
        // The first line of the text says it.
        try part.tellIfCut("段", "paragraphs")
      }
    }
  }

  /// Writes each hit as it is read, so that memory does not grow with their number.
  private func writeLines(of query: Query, in index: Searcher) throws -> ListedPart {
    let json = JSONFormat()
    let last = limit.map { offset.addingReportingOverflow($0) }
    var count = 0
    let totals = try index.forEachHit(
      of: query, limit: last.map { $0.overflow ? .max : $0.partialValue }, order: sort,
      foldsCopies: foldCopies
    ) { hit in
      guard hit.rank > offset else { return }
      count += 1
      try StandardOutput.write(json.line(SearchAnswer.hit(hit)) + "\n")
    }
    return ListedPart(offset: offset, count: count, total: totals.paragraphs)
  }

  private func write(
    _ result: SearchResult, typed: String, _ suggestions: [Suggestion]?, _ explanation: Explanation?
  ) throws {
    let json = JSONFormat()
    switch format {
    case .json:
      let answer = SearchAnswer.record(
        of: result, typed: typed, suggestions: suggestions, explanation: explanation)
      try StandardOutput.write(json.line(answer) + "\n")
    case .jsonl:
      for hit in result.hits {
        try StandardOutput.write(json.line(SearchAnswer.hit(hit, explanation)) + "\n")
      }
    case .text:
      let format = TextFormat(
        language: language, markup: StandardOutput.isTerminal ? .ansi : .plain,
        folder: Console.current.folder)
      try StandardOutput.write(format.answer(result, explanation))
    }
  }
}
