import HTTPTypes
import Hummingbird
import WebSettings

/// Rejects requests to a loopback server that name another host.
///
/// This prevents DNS rebinding: a web page can resolve its own host name to 127.0.0.1 and then read
/// responses of this server, but its requests still name that host.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  let isLoopback: Bool

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if isLoopback, !Self.isLoopback(request.head.authority ?? "") { throw WebError(.otherHost) }
    return try await next(request, context)
  }

  /// Returns true if the value of `Host` is a loopback address or name.
  static func isLoopback(_ authority: String) -> Bool {
    var settings = ServerSettings(index: "")
    let host = authority.prefixMatch(of: /\[([0-9a-fA-F:]+)\]|([^:]*)/)
    settings.host = String(host?.1 ?? host?.2 ?? "").lowercased()
    return settings.isLoopback
  }
}
