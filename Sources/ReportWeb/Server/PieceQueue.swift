import Dispatch
import Hummingbird
import Synchronization

/// Hands pieces of a body from a thread that may block to the task that sends them. The thread waits while
/// the reader is slower.
final class PieceQueue: Sendable {
  /// The reader is gone.
  struct Abandoned: Error {}

  /// The pieces that may wait for the reader.
  private static let piecesAhead = 4

  private let pieces: AsyncThrowingStream<ByteBuffer, any Error>
  private let continuation: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
  private let room = DispatchSemaphore(value: 0)
  private let isAbandoned = Atomic(false)

  init() {
    (pieces, continuation) = AsyncThrowingStream.makeStream()
    // Not by its first value: libdispatch ends the program when a semaphore goes with less than that.
    for _ in 0..<Self.piecesAhead { room.signal() }
  }

  /// Waits until there is room, and adds a piece.
  ///
  /// - Throws: ``Abandoned`` if nobody takes it.
  func send(_ piece: ByteBuffer) throws(Abandoned) {
    room.wait()
    guard !isAbandoned.load(ordering: .relaxed) else { throw Abandoned() }
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
