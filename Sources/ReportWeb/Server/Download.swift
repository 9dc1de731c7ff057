import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ResultFormats

/// A file that is sent while it is written.
struct Download: Sendable {
  /// The media type.
  let type: String
  /// The name of the file, with its extension.
  let fileName: String

  /// Returns a response whose body is written by a closure with a leased index.
  ///
  /// The response starts with the first piece of the body. By then the query is evaluated and the
  /// first rows are written; a small file is complete. An error before the first piece is returned
  /// as an ordinary error response. A later error is logged and closes the connection without
  /// completing the body, so that clients detect the truncation.
  ///
  /// - Parameters:
  ///   - limit: The time limit for writing.
  ///   - logger: Receives the reason if the body is truncated.
  ///   - write: Runs on a thread that may block, and writes text or bytes to the given body.
  /// - Throws: A ``WebError``.
  func response(
    from pool: IndexPool, within limit: Duration, logger: Logger,
    _ write:
      @escaping @Sendable (
        IndexPool.OpenState, DownloadBody
      ) throws -> Void
  ) async throws -> Response {
    let lease = try await pool.lease()
    let queue = PieceQueue()
    pool.start {
      do {
        let body = DownloadBody(queue)
        try lease.run(within: limit) { index in try write(index, body) }
        try body.flush()
        queue.finish()
      } catch {
        queue.finish(throwing: error)
      }
    }
    let reader = try await queue.begin()
    return Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store", .contentDisposition: disposition,
      ],
      body: ResponseBody { writer in
        do {
          try await reader.write(to: &writer)
        } catch let error as WebError {
          logger.error("a download was broken off: \(error.message(in: .english))")
          throw error
        }
        try await writer.finish(nil)
      })
  }

  /// The value of `Content-Disposition`, with an ASCII name for old clients.
  var disposition: String {
    let ending = fileName.split(separator: ".").last ?? ""
    return "attachment; filename=\"duansou.\(ending)\"; "
      + "filename*=UTF-8''\(Parameters.encoded(fileName))"
  }
}

/// The body of a download, buffered into larger pieces.
final class DownloadBody {
  /// The minimum size of a piece, except the last, in bytes.
  private static let size = 1 << 16

  private let queue: PieceQueue
  private var piece = ByteBuffer()

  fileprivate init(_ queue: PieceQueue) { self.queue = queue }

  /// Appends text.
  ///
  /// - Throws: If the client has disconnected.
  func write(_ text: String) throws {
    piece.writeString(text)
    if piece.readableBytes >= Self.size { try flush() }
  }

  /// Appends the content of a file.
  ///
  /// - Throws: If the file cannot be read, or the client has disconnected.
  func write(fileAt path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    while let bytes = try file.read(upToCount: Self.size), !bytes.isEmpty {
      piece.writeBytes(bytes)
      try flush()
    }
  }

  fileprivate func flush() throws {
    try queue.send(piece)
    piece = ByteBuffer()
  }
}
