import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

/// A client of a server's routes, without a network.
///
/// Hummingbird's own testing library does the same but depends on an HTTP client with TLS.
struct RouterClient: Sendable {
  private let respond: @Sendable (Request, NIOAsyncTestingChannel, Logger) async throws -> Response

  init<Responder: HTTPResponder>(_ responder: Responder)
  where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    respond = { request, channel, logger in
      try await responder.respond(
        to: request, context: Responder.Context(source: .init(channel: channel, logger: logger)))
    }
  }

  /// Sends a GET request.
  ///
  /// - Parameter address: The path and query of the address.
  func get(_ address: String, headers: HTTPFields = [:]) async throws -> TestSite.Answer {
    try await execute(address, .get, headers, nil)
  }

  /// Sends a request and returns the complete response.
  func execute(
    _ address: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
  ) async throws -> TestSite.Answer {
    var headers = headers
    if let body { headers[.contentLength] = String(body.readableBytes) }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "localhost", path: address,
        headerFields: headers),
      body: RequestBody(buffer: body ?? ByteBuffer()))
    let response = try await respond(
      request, NIOAsyncTestingChannel(),
      Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    let writer = BodyCollector()
    try await response.body.write(writer)
    return TestSite.Answer(status: response.status, headers: response.headers, bytes: writer.bytes)
  }
}

/// A writer that collects the body.
private final class BodyCollector: ResponseBodyWriter {
  private let buffer = Mutex(ByteBuffer())

  var bytes: [UInt8] { buffer.withLock { Array($0.readableBytesView) } }

  func write(_ buffer: ByteBuffer) async throws {
    self.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
