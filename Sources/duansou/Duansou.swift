import ArgumentParser
import Foundation
import ResultFormats

/// Full-text search over Chinese work reports and plans.
@main
struct Duansou: AsyncParsableCommand {
  static let version = programVersion

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "duansou",
      abstract: say(
        "段搜：精确检索中文工作总结、工作计划中的每一段，不遗漏", "Exact full-text search over Chinese work reports."),
      discussion: say(
        """
        先建立索引，再检索：
          duansou index 报告文件夹
          duansou search 控辍保学
          duansou export 控辍保学 -o 控辍保学.csv
        """,
        """
        Build an index, then search it:
          duansou index FOLDER
          duansou search 控辍保学
          duansou export 控辍保学 -o hits.csv
        """),
      version: version,
      subcommands: [
        IndexCommand.self, RemoveCommand.self, SearchCommand.self, AskCommand.self,
        KWICCommand.self, YearsCommand.self, PanelCommand.self, AbsentCommand.self,
        ExportCommand.self, ReportsCommand.self, ShowCommand.self, CopiesCommand.self,
        DiffCommand.self, SetCommand.self, CorrectionsCommand.self, TokensCommand.self,
        StatsCommand.self, CheckCommand.self, ServeCommand.self,
      ] + serverCommands)
  }

  #if PostgreSQL
    private static let serverCommands: [any ParsableCommand.Type] = [
      CopyCommand.self, ShardCommand.self,
    ]
  #else
    private static let serverCommands: [any ParsableCommand.Type] = []
  #endif

  static func main() async {
    // Without this, SIGPIPE would end the program when the reader closes the pipe. The write fails
    // with `EPIPE` instead, which counts as success.
    signal(SIGPIPE, SIG_IGN)
    // Likewise for a file that exceeds the size limit of the system: the write fails instead.
    signal(SIGXFSZ, SIG_IGN)
    exit(withError: await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line with ``Console/current``.
  ///
  /// - Returns: The exit code.
  static func run(_ arguments: [String]) async -> ExitCode {
    do {
      try checkCommandName(arguments.first)
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try StandardOutput.flush()
      return .success
    } catch {
      return Failure.tell(error)
    }
  }

  /// Checks that the first argument is a command.
  ///
  /// - Throws: A `ValidationError` that suggests `duansou search` if it is not.
  private static func checkCommandName(_ word: String?) throws {
    guard let word, !word.hasPrefix("-"), word != "help",
      !configuration.subcommands.contains(where: { $0.configuration.commandName == word })
    else { return }
    throw ValidationError(
      say(
        "没有 \(word) 命令。要检索该词，请运行：duansou search \(word)",
        "There is no command \(word). To search for it, run: duansou search \(word)"))
  }
}
