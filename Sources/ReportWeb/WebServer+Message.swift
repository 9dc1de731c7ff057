import Foundation
import NIOCore
package import ResultFormats
package import WebSettings

extension WebServer {
  /// Why the server could not begin, and what to do.
  package static func message(
    of error: any Error, _ settings: ServerSettings, in language: Language
  ) -> String {
    let place = "\(settings.host):\(settings.port)"
    guard let error = error as? IOError else {
      return language.choose("无法在 \(place) 上开始：\(error)", "cannot begin at \(place): \(error)")
    }
    switch error.errnoCode {
    case EADDRINUSE:
      return language.choose(
        "\(place) 已被别的程序占用。请用 --port 换一个端口，0 表示任选一个空闲的。",
        "\(place) is used by another program. Name another port with --port; 0 takes any free one.")
    case EACCES:
      return language.choose(
        "没有权限使用端口 \(settings.port)。请用 --port 换一个 1024 以上的。",
        "Port \(settings.port) may not be used. Name one above 1024 with --port.")
    default:
      let reason = SystemReason.text(of: error.errnoCode, in: language)
      return language.choose(
        "无法在 \(place) 上监听：\(reason)。请检查 --host。",
        "Cannot listen on \(place): \(reason). Check --host.")
    }
  }
}
