import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou ask`: ranks paragraphs for a question in natural language.
struct AskCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ask",
      abstract: say("提问，列出用词最相近的段落", "List the paragraphs closest in wording to a question."),
      discussion: say(
        """
        duansou ask 怎样防止学生辍学？   不必与原文用词相同；题名和标题也参与比较
        结果按相近程度排列，不保证完整；要全部列出，请用 search。
        """,
        """
        duansou ask 怎样防止学生辍学？   the wording may differ; titles and headings count
        The results are ranked and may be incomplete; for complete results, use search.
        """))
  }

  @Argument(help: ArgumentHelp(say("问题", "The question."), valueName: say("问题", "question")))
  var question: [String]

  @Option(
    help: ArgumentHelp(say("最多列出的段数", "Maximum number of paragraphs to list."), valueName: "n"))
  var limit = ListedPart.defaultCount

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = SearchFormat.text

  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit < 0 {
      throw ValidationError(say("--limit 不能是负数。", "--limit must not be negative."))
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
    // The first line of the text output already states the total.
    if format != .text {
      try ListedPart(offset: 0, count: answer.hits.count, total: answer.paragraphs)
        .tellIfCut("段", "paragraphs")
    }
    if answer.paragraphs == 0 {
      tell(
        say(
          "没有找到相关段落。请换一种表述，或使用报告中常用的词语提问。",
          "Nothing found. Rephrase the question, using words that are common in reports."))
      throw Failure.Code.nothingFound
    }
  }
}
