import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou search`: ranked paragraphs with the matches marked.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: say("检索，按相关程度列出段落", "List the paragraphs that say something, best first."),
    discussion: say(
      """
      控辍保学                 这几个字，与查找框（Ctrl+F）一样准确；简繁、全半角、大小写不分
      控辍保学 留守儿童         同一段里两样都有
      "营养改善计划 实施"       引号里的空格也算
      控辍保学 year:2010..2015  只要这些年的
      """,
      """
      控辍保学                 the string, as exactly as Ctrl+F
      控辍保学 留守儿童         both in one paragraph
      "营养改善计划 实施"       a string with a space in it
      控辍保学 year:2010..2015  of these years only
      """))

  @Argument(help: ArgumentHelp(say("检索式", "The query."), valueName: say("检索式", "query")))
  var query: [String]

  @Option(help: ArgumentHelp(say("列出多少段", "How many paragraphs to list."), valueName: "n"))
  var limit = 20

  @Option(
    help: ArgumentHelp(say("跳过前面多少段", "How many better paragraphs to leave out."), valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp(say("输出格式", "How to print the hits.")))
  var format = SearchFormat.text

  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit < 0 || offset < 0 {
      throw ValidationError(
        say("--limit 和 --offset 不能是负数", "--limit and --offset are not negative"))
    }
  }

  func run() throws {
    let typed = query.joined(separator: " ")
    let parsed = try QueryParser().parse(typed)
    let result = try ReportIndex(path: index.path).search(parsed, limit: limit, offset: offset)
    switch format {
    case .json:
      let answer = SearchAnswer.record(of: result, typed: typed)
      try StandardOutput.write(JSONFormat().line(answer) + "\n")
    case .jsonl:
      for hit in result.hits {
        try StandardOutput.write(JSONFormat().line(SearchAnswer.hit(hit)) + "\n")
      }
    case .text:
      let format = TextFormat(
        language: language, markup: StandardOutput.isTerminal ? .ansi : .plain,
        folder: FileManager.default.currentDirectoryPath)
      try StandardOutput.write(format.totals(result))
      for hit in result.hits { try StandardOutput.write("\n" + format.hit(hit)) }
    }
    if result.totals.paragraphs == 0 {
      tell(
        say(
          "没有找到。可以换短一些的词，或者分成几个词用空格隔开。",
          "Nothing found. Try a shorter string, or several strings with spaces between them."))
      throw Failure.Code.nothingFound
    }
  }
}
