import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou ask`: ranked paragraphs for a question in everyday words.
struct AskCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ask",
      abstract: say("提问，列出用词最相近的段落", "List the paragraphs closest in wording to a question."),
      discussion: say(
        """
        怎样防止学生辍学？        不必知道原文怎么写；也看标题和小标题
        要一处不漏，请用 search。
        """,
        """
        怎样防止学生辍学？        however it is worded; titles and headings count
        To miss nothing, use search.
        """))
  }

  @Argument(help: ArgumentHelp(say("问题", "The question."), valueName: say("问题", "question")))
  var question: [String]

  @Option(help: ArgumentHelp(say("列出多少段", "How many paragraphs to list."), valueName: "n"))
  var limit = ListedPart.defaultCount

  @Option(help: ArgumentHelp(say("输出格式", "How to print the hits.")))
  var format = SearchFormat.text

  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit < 0 {
      throw ValidationError(say("--limit 不能是负数", "--limit is not negative"))
    }
  }

  func run() throws {
    let answer = try index.open().read {
      try $0.ask(question.joined(separator: " "), limit: limit)
    }
    switch format {
    case .json:
      try StandardOutput.write(JSONFormat().line(QuestionAnswer.record(of: answer)) + "\n")
    case .jsonl:
      for hit in answer.hits {
        try StandardOutput.write(JSONFormat().line(SearchAnswer.hit(hit)) + "\n")
      }
    case .text:
      let format = TextFormat(
        language: language, markup: StandardOutput.isTerminal ? .ansi : .plain,
        folder: Console.current.folder)
      try StandardOutput.write(QuestionAnswer.totals(answer, in: language))
      for hit in answer.hits { try StandardOutput.write("\n" + format.hit(hit)) }
    }
    // The first line of the text says it.
    if format != .text {
      try ListedPart(offset: 0, count: answer.hits.count, total: answer.paragraphs)
        .tellIfCut("段", "paragraphs")
    }
    if answer.paragraphs == 0 {
      tell(
        say(
          "没有找到。请换一种说法，或者用报告里常用的词来问。",
          "Nothing found. Put it in other words, such as reports use."))
      throw Failure.Code.nothingFound
    }
  }
}
