import HTTPTypes
import Hummingbird
import Synchronization

/// Compresses text responses with gzip if the client accepts it.
struct Compression<Context: RequestContext>: RouterMiddleware {
  /// The minimum length of a body that is compressed, in bytes.
  private static var shortest: Int { 512 }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[values: .vary].append("Accept-Encoding")
    let type = response.headers[.contentType] ?? ""
    guard Self.isText(type), response.headers[.contentEncoding] == nil,
      response.body.contentLength ?? .max >= Self.shortest,
      Self.takesGzip(request.headers[.acceptEncoding] ?? "")
    else { return response }
    response.headers[.contentEncoding] = "gzip"
    response.headers[.contentLength] = nil
    let body = response.body
    response.body = ResponseBody { writer in
      try await body.write(GzipWriter(writer: writer))
    }
    return response
  }

  /// Returns true if bodies of a media type are worth compressing.
  private static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("image/svg")
      || type.hasPrefix("application/x-ndjson")
  }

  /// Returns true if `Accept-Encoding` contains `gzip` or `*` with a quality above 0.
  static func takesGzip(_ header: String) -> Bool {
    header.split(separator: ",").contains { part in
      let words = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard words.first == "gzip" || words.first == "*" else { return false }
      let quality = words.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      return quality ?? 1 > 0
    }
  }
}

/// A writer that compresses a body and passes it to another writer.
private struct GzipWriter: ResponseBodyWriter {
  private var writer: any ResponseBodyWriter
  private let encoder = GzipBox()

  init(writer: any ResponseBodyWriter) { self.writer = writer }

  mutating func write(_ buffer: ByteBuffer) async throws {
    try await writer.write(encoder.compressed(buffer, isLast: false))
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
    try await writer.write(encoder.compressed(ByteBuffer(), isLast: true))
    try await writer.finish(trailingHeaders)
  }
}

/// A reference to the noncopyable encoder, for use in a copyable writer.
private final class GzipBox {
  private var encoder = GzipEncoder()

  func compressed(_ buffer: ByteBuffer, isLast: Bool) -> ByteBuffer {
    ByteBuffer(
      bytes: buffer.withUnsafeReadableBytes { encoder.compressed($0, isLast: isLast) })
  }
}
