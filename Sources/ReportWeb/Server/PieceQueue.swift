import Dispatch
import Hummingbird
import Synchronization

/// A bounded queue from a thread that may block, which produces a body, to the task that sends it.
/// The thread blocks while the client is slower.
final class PieceQueue: Sendable {
  /// The client has disconnected.
  struct Abandoned: Error {}

  /// The maximum number of pieces in the queue.
  private static let piecesAhead = 4

  private let pieces: AsyncThrowingStream<ByteBuffer, any Error>
  private let continuation: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
  private let room = DispatchSemaphore(value: 0)
  private let isAbandoned = Atomic(false)

  init() {
    (pieces, continuation) = AsyncThrowingStream.makeStream()
    // Signals instead of a nonzero initial value: libdispatch traps if a semaphore is deallocated
    // with a value below its initial one.
    for _ in 0..<Self.piecesAhead { room.signal() }
  }

  /// Waits until the queue has room, and adds a piece.
  ///
  /// - Throws: ``Abandoned`` if nothing reads the queue any more.
  func send(_ piece: ByteBuffer) throws(Abandoned) {
    room.wait()
    guard !isAbandoned.load(ordering: .relaxed) else { throw Abandoned() }
    continuation.yield(piece)
  }

  /// Marks the end of the body, or the error that truncates it.
  func finish(throwing error: (any Error)? = nil) { continuation.finish(throwing: error) }

  /// Waits for the first piece.
  ///
  /// - Returns: The reader of all pieces.
  /// - Throws: The error that finished the queue, if there is no piece.
  func begin() async throws -> Reader {
    let reader = Reader(self)
    var iterator = pieces.makeAsyncIterator()
    reader.first = try await iterator.next()
    return reader
  }

  /// The reader of a queue. Deallocating it makes ``PieceQueue/send(_:)`` throw.
  final class Reader: Sendable {
    private let queue: PieceQueue
    private let held = Mutex<ByteBuffer?>(nil)

    fileprivate init(_ queue: PieceQueue) { self.queue = queue }

    deinit { queue.abandon() }

    /// The first piece, which ``PieceQueue/begin()`` waited for.
    fileprivate var first: ByteBuffer? {
      get { held.withLock { $0 } }
      set { held.withLock { $0 = newValue } }
    }

    /// Writes the pieces as they arrive.
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
