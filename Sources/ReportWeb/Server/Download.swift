import HTTPTypes
import Hummingbird

/// A file that is sent while it is written.
struct Download: Sendable {
  /// The size of a piece at least, in bytes.
  private static let pieceSize = 1 << 16

  /// The media type.
  let type: String
  /// The name of the file, with its ending.
  let fileName: String

  /// A response whose body a closure writes, with an index that is its own meanwhile.
  ///
  /// An error breaks the connection off, so that nobody takes a part for the whole.
  ///
  /// - Parameter write: Runs on a thread that may block, and calls the closure that it gets with text.
  func response(
    from pool: IndexPool, within limit: Duration,
    _ write: @escaping @Sendable (IndexPool.OpenIndex, (String) throws -> Void) throws -> Void
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
            var piece = ByteBuffer()
            try lease.run(within: limit) { index in
              try write(index) { text in
                piece.writeString(text)
                guard piece.readableBytes >= Self.pieceSize else { return }
                try queue.send(piece)
                piece = ByteBuffer()
              }
            }
            try queue.send(piece)
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
  private var disposition: String {
    let ending = fileName.split(separator: ".").last ?? ""
    return "attachment; filename=\"duansou.\(ending)\"; "
      + "filename*=UTF-8''\(Parameters.encoded(fileName))"
  }
}
