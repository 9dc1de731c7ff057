import Dispatch
import Hummingbird
import Synchronization

/// Hands pieces of a body from a thread that may block to the task that sends them. The thread waits while
/// the reader is slower.
final class PieceQueue: Sendable {
  /// The reader is gone, or takes nothing.
  struct Abandoned: Error {}

  /// The pieces that may wait for the reader.
  private static let piecesAhead = 4

  private let pieces: AsyncThrowingStream<ByteBuffer, any Error>
  private let continuation: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
  private let room = DispatchSemaphore(value: piecesAhead)
  private let isAbandoned = Atomic(false)

  private let patience: Duration

  /// Creates a queue.
  ///
  /// - Parameter patience: How long a reader may take nothing before it is given up.
  init(patience: Duration) {
    self.patience = patience
    (pieces, continuation) = AsyncThrowingStream.makeStream()
  }

  /// Waits until there is room, and adds a piece.
  ///
  /// - Throws: ``Abandoned`` if nobody takes it.
  func send(_ piece: ByteBuffer) throws(Abandoned) {
    let hasRoom = room.wait(timeout: .now() + patience / .seconds(1)) == .success
    guard hasRoom, !isAbandoned.load(ordering: .relaxed) else { throw Abandoned() }
    continuation.yield(piece)
  }

  /// Tells that there are no more pieces, or why.
  func finish(throwing error: (any Error)? = nil) { continuation.finish(throwing: error) }

  /// Writes the pieces as they come.
  func write(to writer: inout any ResponseBodyWriter) async throws {
    defer {
      isAbandoned.store(true, ordering: .relaxed)
      room.signal()
    }
    for try await piece in pieces {
      try await writer.write(piece)
      room.signal()
    }
  }
}
