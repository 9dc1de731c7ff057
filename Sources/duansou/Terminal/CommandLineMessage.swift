import ArgumentParser
import Foundation
import ResultFormats

/// Help, and what is wrong with a command line, as ArgumentParser says it and in the user's language.
enum CommandLineMessage {
  /// Prints help to standard output, or what is wrong to standard error.
  ///
  /// - Returns: The exit code.
  /// - Throws: What ``StandardOutput/write(_:)`` throws.
  static func print(_ error: any Error) throws -> ExitCode {
    let code = Duansou.exitCode(for: error)
    // Without a number, ArgumentParser takes the width of the terminal.
    let columns = Console.current.environment["COLUMNS"].flatMap { Int($0) }
    let message = translated(Duansou.fullMessage(for: error, columns: columns))
    if code == .success {
      try StandardOutput.write(message + "\n")
      try StandardOutput.flush()
    } else {
      tell(message)
    }
    return code
  }

  /// The message in the user's language: its headings, and the commonest sentences.
  ///
  /// ArgumentParser speaks English only. A sentence that is not in the table stays English.
  static func translated(_ message: String) -> String {
    guard language == .chinese else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (pattern, chinese) in sentences {
        guard let place = line.range(of: pattern, options: .regularExpression) else { continue }
        return line.replacingOccurrences(
          of: pattern, with: chinese, options: .regularExpression, range: place)
      }
      return String(line)
    }.joined(separator: "\n")
  }

  /// ArgumentParser's sentences and ours; the first pattern that fits a line counts.
  static let sentences: [(String, String)] = [
    ("^OVERVIEW: ", ""),
    ("^USAGE: (.*)<subcommand>$", "用法：$1命令"),
    ("^Usage: (.*)<subcommand>$", "用法：$1命令"),
    ("^USAGE: ", "用法："),
    ("^Usage: ", "用法："),
    ("^ARGUMENTS:$", "参数："),
    ("^OPTIONS:$", "选项："),
    ("^SUBCOMMANDS:$", "命令："),
    ("^  See '(.*) <subcommand>' for detailed help\\.$", "  用 $1 命令 查看各命令的用法。"),
    ("^  See '(.*)' for more information\\.$", "  用 $1 查看用法。"),
    ("^  --version( +)Show the version\\.$", "  --version$1显示版本"),
    ("^  -h, --help( +)Show help information\\.$", "  -h, --help$1显示用法"),
    ("^Error: Missing expected argument '(.*)'$", "错误：缺少参数 $1"),
    ("^Error: Unknown option '(.*)'\\. Did you mean '(.*)'\\?$", "错误：没有选项 $1，是不是 $2？"),
    ("^Error: Unknown option '(.*)'$", "错误：没有选项 $1"),
    ("^Error: Missing value for '(.*)'$", "错误：选项 $1 缺少内容"),
    (
      "^Error: The value '(.*)' is invalid for '([^']*)'\\. Please provide one of the following:$",
      "错误：$2 的内容“$1”不对，可选："
    ),
    (
      "^Error: The value '(.*)' is invalid for '([^']*)'\\. Please provide one of (.*) (?:and|or) (.*)\\.$",
      "错误：$2 的内容“$1”不对，可选 $3 或 $4"
    ),
    ("^Error: The value '(.*)' is invalid for '([^']*)'$", "错误：$2 的内容“$1”不对"),
    ("^Error: [0-9]+ unexpected arguments: (.*)$", "错误：没有这样的命令，或参数多余：$1"),
    ("^Help:  ", "说明："),
    ("^Error: Unexpected argument '(.*)'$", "错误：多余的参数 $1"),
    ("^Error: ", "错误："),
    (" ?\\(default: (.*)\\)$", "（默认 $1）"),
    (" ?\\(values: (.*); default: (.*)\\)$", "（可选 $1；默认 $2）"),
    (" ?\\(values: (.*)\\)$", "（可选 $1）"),
    // The same, broken over two lines.
    (" ?\\(values: ([^)]*,)$", "（可选 $1"),
    (" ?\\(values:$", "（可选"),
    (" ?\\(values: ([^)]*);$", "（可选 $1；"),
    ("; default: ([^()]*)\\)$", "；默认 $1）"),
    ("^( {26})default: ([^()]*)\\)$", "$1默认 $2）"),
    ("^( {26}[a-z0-9, -]+)\\)$", "$1）"),
  ]
}
