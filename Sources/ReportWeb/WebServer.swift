import Foundation
import Hummingbird
import Logging
import NIOCore
public import WebSettings

/// The server of the web page.
///
/// ```swift
/// try await WebServer(ServerSettings(index: "/data/reports.sqlite")).run { port in … }
/// ```
public struct WebServer: Sendable {
  private let settings: ServerSettings
  private let site: Site

  /// Creates a server. The index is opened at the first request.
  ///
  /// - Precondition: `settings` has a secret, or the host is a loopback address.
  /// - Throws: If a template cannot be parsed.
  public init(_ settings: ServerSettings) throws {
    precondition(
      settings.isLoopback || settings.secret != nil, "others can connect only with a secret")
    self.settings = settings
    site = try Site(settings)
  }

  /// Serves until the process receives SIGINT or SIGTERM. Requests in progress are completed.
  ///
  /// - Parameter onRunning: Called with the port once the server accepts connections.
  /// - Throws: If the server cannot listen on the port.
  public func run(onRunning: @escaping @Sendable (Int) -> Void) async throws {
    try await application(onRunning: onRunning).runService()
  }

  /// Returns the server without its life cycle.
  func application(
    logLevel: Logger.Level = .info, onRunning: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    var logger = Logger(
      label: "duansou-web", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = logLevel
    let silence = TimeAmount.milliseconds(Int64(settings.secondsOfSilence * 1000))
    return Application(
      router: router(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [SilentReaderHandler(patience: silence)],
          idleTimeout: silence,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: .maximum(1024, logger: logger)),
      onServerRunning: { channel in onRunning(channel.localAddress?.port ?? 0) },
      logger: logger)
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router(options: [.autoGenerateHeadEndpoints])
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Compression())
    router.add(middleware: ErrorResponses(site: site))
    router.add(middleware: HostCheck(isLoopback: settings.isLoopback && settings.secret == nil))
    router.add(middleware: AccessCheck(access: site.access))
    PageRoutes(site: site).add(to: router)
    APIRoutes(site: site).add(to: router)
    return router
  }
}
