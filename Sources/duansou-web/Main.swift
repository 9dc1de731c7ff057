import Foundation
import ReportWeb
import ResultFormats
import WebSettings

/// Runs the web server for `duansou serve`, which parses the command line and passes the settings
/// in an environment variable. Only this program links the HTTP server.
@main
struct Main {
  static func main() async {
    let environment = ProcessInfo.processInfo.environment
    let language = Language(environment: environment)
    guard let text = environment[ServerSettings.variable],
      let settings = try? JSONDecoder().decode(ServerSettings.self, from: Data(text.utf8))
    else {
      tell(language.choose("请用 duansou serve 启动。", "Start the server with duansou serve."))
      exit(64)
    }
    do {
      try await WebServer(settings).run { port in
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        FileHandle.standardOutput.write(Data("http://\(host):\(port)/\n".utf8))
        tell(language.choose("按 Ctrl+C 停止。", "Press Ctrl+C to stop."))
      }
    } catch {
      tell("duansou serve: " + WebServer.message(of: error, settings, in: language))
      exit(2)
    }
  }

  private static func tell(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
