import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ResultFormats

/// A file that is sent while it is written.
struct Download: Sendable {
  /// The media type.
  let type: String
  /// The name of the file, with its ending.
  let fileName: String

  /// A response whose body a closure writes, with an index that is its own meanwhile.
  ///
  /// The response begins when the first piece of the body is there: by then the query is evaluated and the
  /// first rows are written, of a small file all of it. An error until then is answered as that of a page. A
  /// later one ends the connection without the end of the body, so that no client takes a part for the whole,
  /// and is logged.
  ///
  /// - Parameters:
  ///   - limit: How long writing may take.
  ///   - logger: Takes the reason if the body ends early.
  ///   - write: Runs on a thread that may block, and gives text or bytes to the body that it gets.
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

  /// The name of the file, for old programs in ASCII.
  var disposition: String {
    let ending = fileName.split(separator: ".").last ?? ""
    return "attachment; filename=\"duansou.\(ending)\"; "
      + "filename*=UTF-8''\(Parameters.encoded(fileName))"
  }
}

/// What is written of a file, gathered to pieces worth sending.
final class DownloadBody {
  /// The size of a piece at least, in bytes.
  private static let size = 1 << 16

  private let queue: PieceQueue
  private var piece = ByteBuffer()

  fileprivate init(_ queue: PieceQueue) { self.queue = queue }

  /// Adds text.
  ///
  /// - Throws: If the reader is gone.
  func write(_ text: String) throws {
    piece.writeString(text)
    if piece.readableBytes >= Self.size { try flush() }
  }

  /// Adds the bytes of a file.
  ///
  /// - Throws: If the file cannot be read, or the reader is gone.
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
