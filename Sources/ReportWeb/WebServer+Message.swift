import Foundation
import NIOCore
package import ResultFormats
package import WebSettings

extension WebServer {
  /// Returns a message that says why the server could not start, and what to do.
  package static func message(
    of error: any Error, _ settings: ServerSettings, in language: Language
  ) -> String {
    let place = "\(settings.host):\(settings.port)"
    guard let error = error as? IOError else {
      return language.choose("无法在 \(place) 上启动：\(error)", "Cannot start at \(place): \(error)")
    }
    switch error.errnoCode {
    case EADDRINUSE:
      return language.choose(
        "\(place) 已被其他程序占用。请用 --port 指定其他端口；0 表示自动选择空闲端口。",
        "\(place) is in use by another program. Specify another port with --port; 0 "
          + "selects any free port.")
    case EACCES:
      return language.choose(
        "没有权限使用端口 \(settings.port)。请用 --port 指定 1024 以上的端口。",
        "No permission to use port \(settings.port). Specify a port above 1024 with --port.")
    default:
      let reason = SystemReason.text(of: error.errnoCode, in: language)
      return language.choose(
        "无法在 \(place) 上监听：\(reason)。请检查 --host。",
        "Cannot listen on \(place): \(reason). Check --host.")
    }
  }
}
