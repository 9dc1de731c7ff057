import ArgumentParser
import Foundation
import ResultFormats

/// Help texts and command line errors of ArgumentParser, in the user's language.
enum CommandLineMessage {
  /// Prints help to standard output, or an error to standard error.
  ///
  /// - Returns: The exit code.
  /// - Throws: Any error thrown by ``StandardOutput/write(_:)``.
  static func print(_ error: any Error) throws -> ExitCode {
    let code = Duansou.exitCode(for: error)
    // If `columns` is `nil`, ArgumentParser uses the width of the terminal.
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

  /// Translates the headings and the most common sentences of a message to the user's language.
  ///
  /// ArgumentParser supports English only. Sentences that are not in the table remain in English.
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
    ("^Error: Unknown option '(.*)'\\. Did you mean '(.*)'\\?$", "错误：没有选项 $1。是否要用 $2？"),
    ("^Error: Unknown option '(.*)'$", "错误：没有选项 $1"),
    ("^Error: Missing value for '(.*)'$", "错误：选项 $1 缺少值"),
    (
      "^Error: The value '(.*)' is invalid for '([^']*)'\\. Please provide one of the following:$",
      "错误：$2 的值“$1”无效，可用："
    ),
    (
      "^Error: The value '(.*)' is invalid for '([^']*)'\\. Please provide one of (.*) (?:and|or) (.*)\\.$",
      "错误：$2 的值“$1”无效，可用 $3 或 $4"
    ),
    ("^Error: The value '(.*)' is invalid for '([^']*)'$", "错误：$2 的值“$1”无效"),
    ("^Error: [0-9]+ unexpected arguments: (.*)$", "错误：命令不存在或参数多余：$1"),
    ("^Help:  ", "说明："),
    ("^Error: Unexpected argument '(.*)'$", "错误：多余的参数 $1"),
    ("^Error: ", "错误："),
    (" ?\\(default: (.*)\\)$", "（默认 $1）"),
    (" ?\\(values: (.*); default: (.*)\\)$", "（可选 $1；默认 $2）"),
    (" ?\\(values: (.*)\\)$", "（可选 $1）"),
    // The same, wrapped over two lines.
    (" ?\\(values: ([^)]*,)$", "（可选 $1"),
    (" ?\\(values:$", "（可选"),
    (" ?\\(values: ([^)]*);$", "（可选 $1；"),
    ("; default: ([^()]*)\\)$", "；默认 $1）"),
    ("^( {26})default: ([^()]*)\\)$", "$1默认 $2）"),
    ("^( {26}[a-z0-9, -]+)\\)$", "$1）"),
  ]
}
