import Foundation
import HTTPTypes
import Hummingbird

/// A file that is sent while it is written.
struct Download: Sendable {
  /// The media type.
  let type: String
  /// The name of the file, with its ending.
  let fileName: String

  /// A response whose body a closure writes, with an index that is its own meanwhile.
  ///
  /// An error breaks the connection off, so that nobody takes a part for the whole.
  ///
  /// - Parameters:
  ///   - limit: How long writing may take.
  ///   - write: Runs on a thread that may block, and gives text or bytes to the body that it gets.
  func response(
    from pool: IndexPool, within limit: Duration,
    _ write:
      @escaping @Sendable (
        IndexPool.OpenState, DownloadBody
      ) throws -> Void
  ) async throws -> Response {
    let lease = try await pool.lease()
    return Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store", .contentDisposition: disposition,
      ],
      body: ResponseBody { writer in
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
        try await queue.write(to: &writer)
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
