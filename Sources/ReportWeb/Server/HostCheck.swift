import HTTPTypes
import Hummingbird
import WebSettings

/// Refuses requests to a loopback server that name another host.
///
/// A page of the web may have its own name lead to 127.0.0.1 and then read what this server says (DNS
/// rebinding); the name in its requests betrays it.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  let isLoopback: Bool

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if isLoopback, !Self.isLoopback(request.head.authority ?? "") { throw WebError(.otherHost) }
    return try await next(request, context)
  }

  /// Whether what stands under `Host` is this machine.
  static func isLoopback(_ authority: String) -> Bool {
    var settings = ServerSettings(index: "")
    let host = authority.prefixMatch(of: /\[([0-9a-fA-F:]+)\]|([^:]*)/)
    settings.host = String(host?.1 ?? host?.2 ?? "").lowercased()
    return settings.isLoopback
  }
}
