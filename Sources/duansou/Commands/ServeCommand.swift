import ArgumentParser
import Foundation
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats
import WebSettings

/// `duansou serve`: serves the web pages by running `duansou-web` from the same folder.
///
/// This program only parses the command line. Without an HTTP library it stays small and starts
/// fast.
struct ServeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve",
      abstract: say("在浏览器里检索", "Search in a browser."),
      discussion: say(
        """
        请用浏览器打开显示的网址；默认只有本机可以连接。要允许同一网络的其他电脑使用，必须设置口令：
          duansou serve --host 0.0.0.0 --password-file 口令.txt
        """,
        """
        Open the printed address in a browser; by default only this machine can connect. To let other machines \
        connect, set a password:
          duansou serve --host 0.0.0.0 --password-file password.txt
        """))
  }

  @Option(
    help: ArgumentHelp(
      say("端口；0 表示自动选择空闲端口", "The port; 0 selects any free port."), valueName: "n"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      say(
        "监听地址；允许其他电脑连接时，必须设置口令",
        "The address to listen on; an address that other machines can reach requires a password."),
      valueName: say("地址", "address")))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      say(
        "口令，至少 \(ServerSettings.shortestSecret) 个字符；其他用户可以看到命令行，建议用 --password-file",
        "The password, at least \(ServerSettings.shortestSecret) characters. Other users "
          + "can see command lines; prefer --password-file."), valueName: say("口令", "password")))
  var token: String?

  @Option(
    help: ArgumentHelp(
      say("口令文件，第一行为口令", "A file whose first line is the password."),
      valueName: say("文件", "file")))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      say(
        "一次检索的时限（秒），超过则停止并报错",
        "The time limit of a search, in seconds; a longer search is stopped with an error."),
      valueName: say("秒", "seconds")))
  var timeLimit = 5.0

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if !(0...65535).contains(port) {
      throw ValidationError(say("--port 必须在 0 到 65535 之间。", "--port must be between 0 and 65535."))
    }
    if !(0.01...3600).contains(timeLimit) {
      throw ValidationError(
        say(
          "--time-limit 必须在 0.01 到 3600 秒之间。", "--time-limit must be between 0.01 and 3600 seconds."
        ))
    }
    if token != nil, passwordFile != nil {
      throw ValidationError(
        say("--token 和 --password-file 不能同时使用。", "--token and --password-file cannot be combined."))
    }
    var settings = ServerSettings(index: "")
    settings.host = host
    if !settings.isLoopback, token == nil, passwordFile == nil {
      throw ValidationError(
        say(
          "--host \(host) 允许其他电脑连接，必须用 --token 或 --password-file 设置口令。",
          "Other machines can connect to --host \(host). Set a password with --token or "
            + "--password-file."))
    }
    if let token, token.count < ServerSettings.shortestSecret { throw Self.tooShort(token) }
  }

  func run() throws {
    let place = index.place
    var settings = ServerSettings(index: place.path.map(Self.absolute) ?? place.name)
    settings.host = host
    settings.port = port
    settings.secondsPerPage = timeLimit
    settings.secret = try secret()
    // Reports errors of the index and the concepts here, before the server starts.
    _ = try IndexPlace(settings.index).open()
    _ = try concepts.parser(besides: index)
    settings.concepts = concepts.expectedPath(besides: index).map(Self.absolute)
    settings.conceptsMayBeMissing = concepts.file == nil
    try Self.replaceProgram(settings)
  }

  /// Returns the password of the options, or `nil` if there is none.
  private func secret() throws -> String? {
    var secret = token
    if let passwordFile {
      let text = try InputFile.text(of: passwordFile)
      secret = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
    if let secret, secret.count < ServerSettings.shortestSecret { throw Self.tooShort(secret) }
    return secret
  }

  private static func tooShort(_ secret: String) -> ValidationError {
    ValidationError(
      say(
        "口令至少需要 \(ServerSettings.shortestSecret) 个字符，当前为 \(secret.count) 个。",
        "The password must have at least \(ServerSettings.shortestSecret) characters; this "
          + "one has \(secret.count)."
      ))
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// Replaces this process by the server (`execv`).
  ///
  /// - Throws: If the server cannot be started. Does not return otherwise.
  private static func replaceProgram(_ settings: ServerSettings) throws {
    let folder = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let program = folder.appendingPathComponent("duansou-web").path
    let encoder = JSONEncoder()
    setenv(
      ServerSettings.variable, String(decoding: try encoder.encode(settings), as: UTF8.self), 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
    execv(program, &arguments)
    tell(
      say(
        "duansou: 无法启动 \(program)：\(SystemReason.text(of: errno, in: language))。请将它与 "
          + "duansou 放在同一文件夹（swift build -c release --product duansou-web）。",
        "duansou: Cannot start \(program): \(SystemReason.text(of: errno, in: language)). "
          + "Put it into the same folder as duansou (swift build -c release --product duansou-web)."
      ))
    throw Failure.Code.failed
  }
}
