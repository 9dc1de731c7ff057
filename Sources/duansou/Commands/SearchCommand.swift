import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou search`: lists paragraphs by relevance, with the matches marked.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: say("检索，按相关程度列出段落", "List the paragraphs that match a query, most relevant first."),
      discussion: say(
        """
        控辍保学                 逐字检索，与 Ctrl+F 一样准确；不区分简繁、全半角、大小写
        控辍保学 留守儿童         同一段内两者都有
        "营养改善计划 实施"       引号内的空格也须相同
        控辍保学 year:2010..2015  限定所述年份

        含有引号、括号、| > ? * 时，请将整个检索式放在单引号内：
          duansou search '"营养改善计划 实施"'
        以 - 开头时，请在检索式前加 --：
          duansou search -- '-校外培训 双减'
        """,
        """
        控辍保学                 exactly this string, in any character variant
        控辍保学 留守儿童         both in the same paragraph
        "营养改善计划 实施"       a string that contains a space
        控辍保学 year:2010..2015  only matches that refer to these years

        If the query contains " ( ) | > ? or *, put it in single quotation marks:
          duansou search '"营养改善计划 实施"'
        If it begins with -, put -- before it:
          duansou search -- '-校外培训 双减'
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式", "The query."), valueName: say("检索式", "query")))
  var query: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "最多列出的段数；默认 20，jsonl 格式默认全部",
        "Maximum number of paragraphs to list; by default 20, or all as jsonl."), valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(say("跳过前 n 段", "Skip the first n paragraphs."), valueName: "n"))
  var offset = 0

  @Option(
    help: ArgumentHelp(
      say("排序方式：相关程度、所述年份，或文件中的先后", "Sort by relevance, by the year mentioned, or in file order.")))
  var sort = HitOrder.rank

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = SearchFormat.text

  @Flag(
    help: ArgumentHelp(
      say(
        "雷同段落只列出一次（结果中最早的一段），并注明段数",
        "List near-duplicate paragraphs once (the earliest), with the size of the group.")))
  var foldCopies = false

  @Flag(
    help: ArgumentHelp(
      say(
        "显示得分、年份、地区的依据", "Explain scores, years and regions.")))
  var explain = false

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 || offset < 0 {
      throw ValidationError(
        say("--limit 和 --offset 不能是负数。", "--limit and --offset must not be negative."))
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
            "--offset \(offset) 超出结果的段数，没有可列出的段落。",
            "--offset \(offset) is beyond the last paragraph; nothing is listed."))
      } else if format != .text {
        // The first line of the text output already states the total.
        try part.tellIfCut("段", "paragraphs")
      }
    }
  }

  /// Writes each hit as soon as it is read, so that memory use is independent of the number of
  /// hits.
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
