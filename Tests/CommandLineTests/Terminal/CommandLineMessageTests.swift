import Foundation
import ResultFormats
import Testing

@testable import duansou

/// ArgumentParser's sentences in Chinese.
struct CommandLineMessageTests {
  private static let sentences = [
    ("OVERVIEW: 检索", "检索"),
    ("USAGE: duansou <subcommand>", "用法：duansou 命令"),
    ("Usage: duansou <subcommand>", "用法：duansou 命令"),
    ("USAGE: duansou search <query>", "用法：duansou search <query>"),
    ("Usage: duansou search", "用法：duansou search"),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    (
      "  See 'duansou help <subcommand>' for detailed help.", "  用 duansou help 命令 查看各命令的用法。"
    ),
    ("  See 'duansou --help' for more information.", "  用 duansou --help 查看用法。"),
    ("  --version               Show the version.", "  --version               显示版本"),
    ("  -h, --help              Show help information.", "  -h, --help              显示用法"),
    ("Error: Missing expected argument '<query> ...'", "错误：缺少参数 <query> ..."),
    ("Error: Unknown option '--lmit'. Did you mean '--limit'?", "错误：没有选项 --lmit。是否要用 --limit？"),
    ("Error: Unknown option '--x'", "错误：没有选项 --x"),
    ("Error: Missing value for '--limit <n>'", "错误：选项 --limit <n> 缺少值"),
    (
      "Error: The value 'xml' is invalid for '--format <format>'. Please provide one of the following:",
      "错误：--format <format> 的值“xml”无效，可用："
    ),
    (
      "Error: The value 'x' is invalid for '--format <format>'. Please provide one of 'text' and 'json'.",
      "错误：--format <format> 的值“x”无效，可用 'text' 或 'json'"
    ),
    ("Error: The value 'x' is invalid for '--limit <n>'", "错误：--limit <n> 的值“x”无效"),
    ("Error: 2 unexpected arguments: 'a', 'b'", "错误：命令不存在或参数多余：'a', 'b'"),
    ("Help:  --limit <n>  列出多少段", "说明：--limit <n>  列出多少段"),
    ("Error: Unexpected argument 'a'", "错误：多余的参数 'a'"),
    ("Error: 其他", "错误：其他"),
    ("  --limit <n>  列出多少段 (default: 20)", "  --limit <n>  列出多少段（默认 20）"),
    ("  输出格式 (values: text, json; default: text)", "  输出格式（可选 text, json；默认 text）"),
    ("  输出格式 (values: text, json)", "  输出格式（可选 text, json）"),
    ("  输出格式 (values: csv, tsv,", "  输出格式（可选 csv, tsv,"),
    ("  输出格式 (values:", "  输出格式（可选"),
    ("  输出格式 (values: csv, tsv;", "  输出格式（可选 csv, tsv；"),
    ("                          json; default: csv)", "                          json；默认 csv）"),
    ("                          default: csv)", "                          默认 csv）"),
    ("                          bib, dta-do)", "                          bib, dta-do）"),
  ]

  private func translated(_ text: String, _ language: Language) -> String {
    CommandRun.speaking(language) { CommandLineMessage.translated(text) }
  }

  @Test(arguments: sentences)
  func `a sentence is translated into Chinese and unchanged in English`(
    english: String, chinese: String
  ) {
    let found = translated(english, .chinese)
    // The quotation marks of one sentence are taken off.
    #expect(found == chinese || found == chinese.replacing("'", with: ""))
    #expect(translated(english, .english) == english)
  }

  @Test func `every sentence of the table has an example`() {
    for (pattern, _) in CommandLineMessage.sentences {
      let examples = Self.sentences.filter { example in
        let first = CommandLineMessage.sentences.first { sentence in
          example.0.range(of: sentence.0, options: .regularExpression) != nil
        }
        return first?.0 == pattern
      }
      #expect(!examples.isEmpty, "\(pattern)")
    }
  }

  @Test func `lines are translated one by one, and unknown lines are kept`() {
    #expect(
      translated("Error: Unknown option '--x'\n\nUsage: a\nother", .chinese)
        == "错误：没有选项 --x\n\n用法：a\nother")
  }
}
