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
        打开印出的网址即可，只有这台电脑连得上。要让同一网络的人用，须设口令：
          duansou serve --host 0.0.0.0 --password-file 口令.txt
        """,
        """
        Open the address that is printed; only this machine can connect. To let others in, set a password:
          duansou serve --host 0.0.0.0 --password-file password.txt
        """))
  }

  @Option(
    help: ArgumentHelp(
      say("端口；0 表示任选一个空闲的", "The port; 0 takes any that is free."), valueName: "n"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      say(
        "监听的地址；别的电脑连得上的，须设口令",
        "The address to listen on; one that others can reach demands a password."),
      valueName: say("地址", "address")))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      say(
        "口令，至少 \(ServerSettings.shortestSecret) 个字符；别的用户看得到命令行，最好用 --password-file",
        "The password, \(ServerSettings.shortestSecret) characters at least; as others see command lines, "
          + "better use --password-file."), valueName: say("口令", "password")))
  var token: String?

  @Option(
    help: ArgumentHelp(
      say("第一行是口令的文件", "A file whose first line is the password."),
      valueName: say("文件", "file")))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      say(
        "一次检索最多多少秒，超过就停下并说明",
        "How many seconds a search may take; one that takes longer is stopped."),
      valueName: say("秒", "seconds")))
  var timeLimit = 5.0

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if !(0...65535).contains(port) {
      throw ValidationError(say("--port 应在 0 到 65535 之间", "--port is between 0 and 65535"))
    }
    if !(0.01...3600).contains(timeLimit) {
      throw ValidationError(
        say("--time-limit 应在 0.01 到 3600 秒之间", "--time-limit is between 0.01 and 3600 seconds"))
    }
    if token != nil, passwordFile != nil {
      throw ValidationError(
        say("--token 和 --password-file 只能写一个", "write either --token or --password-file"))
    }
    var settings = ServerSettings(index: "")
    settings.host = host
    if !settings.isLoopback, token == nil, passwordFile == nil {
      throw ValidationError(
        say(
          "--host \(host) 别的电脑连得上，须用 --token 或 --password-file 设口令",
          "others can reach --host \(host): set a password by --token or --password-file"))
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
        "口令至少 \(ServerSettings.shortestSecret) 个字符，这里是 \(secret.count) 个",
        "a password has \(ServerSettings.shortestSecret) characters at least; this one has \(secret.count)"
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
        "duansou: 无法启动 \(program)：\(SystemReason.text(of: errno, in: language))。请把它和 duansou 放在一起"
          + "（swift build -c release --product duansou-web）。",
        "duansou: \(program) cannot be started: \(SystemReason.text(of: errno, in: language)). Put it beside "
          + "duansou (swift build -c release --product duansou-web)."))
    throw Failure.Code.failed
  }
}
