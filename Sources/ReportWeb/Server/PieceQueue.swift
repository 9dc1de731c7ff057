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

  /// Waits for the first piece.
  ///
  /// - Returns: The reader of all pieces.
  /// - Throws: What the queue was finished with, if there is no piece.
  func begin() async throws -> Reader {
    let reader = Reader(self)
    var iterator = pieces.makeAsyncIterator()
    reader.first = try await iterator.next()
    return reader
  }

  /// Takes the pieces of a queue; when it is gone, whoever sends is told that nobody takes them.
  final class Reader: Sendable {
    private let queue: PieceQueue
    private let held = Mutex<ByteBuffer?>(nil)

    fileprivate init(_ queue: PieceQueue) { self.queue = queue }

    deinit { queue.abandon() }

    /// The piece that was waited for.
    fileprivate var first: ByteBuffer? {
      get { held.withLock { $0 } }
      set { held.withLock { $0 = newValue } }
    }

    /// Writes the pieces as they come.
    func write(to writer: inout any ResponseBodyWriter) async throws {
      defer { queue.abandon() }
      guard let first else { return }
      self.first = nil
      try await writer.write(first)
      queue.room.signal()
      for try await piece in queue.pieces {
        try await writer.write(piece)
        queue.room.signal()
      }
    }
  }

  private func abandon() {
    isAbandoned.store(true, ordering: .relaxed)
    room.signal()
  }
}
