import Dispatch
import ReportSearch
import ReportSearchPostgreSQL
import Synchronization

/// A pool of open indexes, each used by one request at a time on a thread that may block.
///
/// A connection to an index serves one thread, so the size of the pool bounds the number of
/// concurrent requests. Further requests wait in a queue of limited length. A replaced index file
/// is reopened at the next request. Changes within a file are visible to every call without
/// reopening.
final class IndexPool: Sendable {
  /// An open index with the version of its last state.
  final class OpenIndex: Sendable {
    fileprivate let index: ReportIndex
    fileprivate let known = Mutex<(state: String, version: String)?>(nil)

    fileprivate init(_ place: IndexPlace) throws { index = try place.open() }
  }

  /// One committed state of an open index.
  struct OpenState {
    /// Answers queries in this state.
    let index: Searcher
    fileprivate let open: OpenIndex

    /// Returns the version of the index, which changes with every change of its content, including
    /// manual corrections.
    func version() throws -> String {
      let state = try index.stateIdentifier()
      if let known = open.known.withLock({ $0 }), known.state == state { return known.version }
      let version = "\(try index.fingerprint().prefix(16))-\(state)"
      open.known.withLock { $0 = (state, version) }
      return version
    }
  }

  private struct State {
    var idle: [OpenIndex?]
    var waiting: [CheckedContinuation<OpenIndex?, Never>] = []
  }

  private let place: IndexPlace
  private let longestLine: Int
  private let state: Mutex<State>
  private let threads = DispatchQueue(label: "duansou.pages", attributes: .concurrent)

  /// Creates a pool. No index is opened yet.
  ///
  /// - Parameters:
  ///   - count: The number of indexes that can be open at the same time.
  ///   - waiting: The maximum number of waiting requests.
  init(_ place: IndexPlace, count: Int, waiting: Int) {
    self.place = place
    longestLine = waiting
    state = Mutex(State(idle: Array(repeating: nil, count: count)))
  }

  /// Waits for an index. The lease has exclusive use of it until it is deallocated.
  ///
  /// - Throws: A ``WebError`` if too many requests are waiting.
  func lease() async throws -> Lease { Lease(of: try await lend(), from: self) }

  /// Calls a closure with exclusive use of an index, on a thread that may block.
  ///
  /// - Parameter limit: The time limit of the closure.
  /// - Throws: A ``WebError``.
  func withIndex<Value: Sendable>(
    within limit: Duration, _ body: @escaping @Sendable (OpenState) throws -> Value
  ) async throws -> Value {
    let lease = try await lease()
    return try await withCheckedThrowingContinuation { continuation in
      threads.async {
        continuation.resume(with: Result { try lease.run(within: limit, body) })
      }
    }
  }

  /// Runs a closure on a thread that may block.
  func start(_ body: @escaping @Sendable () -> Void) { threads.async(execute: body) }

  /// Exclusive use of an index until the lease is deallocated.
  final class Lease: Sendable {
    private let pool: IndexPool
    private let used: Mutex<OpenIndex?>

    fileprivate init(of index: OpenIndex?, from pool: IndexPool) {
      self.pool = pool
      used = Mutex(index)
    }

    deinit { pool.giveBack(used.withLock { $0 }) }

    /// Calls a closure with the index and blocks until it returns.
    ///
    /// - Throws: A ``WebError``.
    func run<Value>(within limit: Duration, _ body: (OpenState) throws -> Value) throws -> Value {
      do {
        let index = try used.withLock { used in
          let index = try pool.current(used)
          used = index
          return index
        }
        return try index.index.read(deadline: .now + limit) { searcher in
          try body(OpenState(index: searcher, open: index))
        }
      } catch {
        if (error as? IndexError)?.kind == .changed { used.withLock { $0 = nil } }
        throw WebError(error, timeLimit: limit / .seconds(1))
      }
    }
  }

  /// Returns the given index, or a new one if its file was replaced or it is not open yet.
  private func current(_ lent: OpenIndex?) throws -> OpenIndex {
    if let lent, try !lent.index.isReplaced() { return lent }
    return try OpenIndex(place)
  }

  private func lend() async throws -> OpenIndex? {
    let free: OpenIndex?? = try state.withLock { state in
      if let free = state.idle.popLast() { return free }
      if state.waiting.count >= longestLine { throw WebError(.tooBusy) }
      return .none
    }
    if let free { return free }
    return await withCheckedContinuation { continuation in
      let free: OpenIndex?? = state.withLock { state in
        if let free = state.idle.popLast() { return free }
        state.waiting.append(continuation)
        return .none
      }
      if let free { continuation.resume(returning: free) }
    }
  }

  private func giveBack(_ index: OpenIndex?) {
    let next = state.withLock { state -> CheckedContinuation<OpenIndex?, Never>? in
      if state.waiting.isEmpty {
        state.idle.append(index)
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume(returning: index)
  }
}
