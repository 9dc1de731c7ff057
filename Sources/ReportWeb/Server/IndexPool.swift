import Dispatch
import ReportSearch
import ReportSearchPostgreSQL
import Synchronization

/// Lends open indexes to requests, each to one at a time, on threads that may block.
///
/// Each connection of an index serves one thread; there are as many as pages are made at the same time.
/// Whoever finds none free waits in a line of limited length. An index file that was replaced is opened
/// anew at the next request; a change inside the file is seen by every call.
final class IndexPool: Sendable {
  /// An open index, and from where.
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

    /// A name for what the index holds, corrections among it: another one after every change.
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

  /// Prepares a pool; no index is opened yet.
  ///
  /// - Parameters:
  ///   - count: The number of indexes that are open at the same time.
  ///   - waiting: The number of requests that may wait.
  init(_ place: IndexPlace, count: Int, waiting: Int) {
    self.place = place
    longestLine = waiting
    state = Mutex(State(idle: Array(repeating: nil, count: count)))
  }

  /// Waits for an index that nobody else uses until the lease is gone.
  ///
  /// - Throws: A ``WebError`` if too many are waiting.
  func lease() async throws -> Lease { Lease(of: try await lend(), from: self) }

  /// Calls a closure with an index that nobody else uses meanwhile, on a thread that may block.
  ///
  /// - Parameter limit: How long the closure may take.
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

  /// The right to use an index alone, until nobody holds the lease.
  final class Lease: Sendable {
    private let pool: IndexPool
    private let used: Mutex<OpenIndex?>

    fileprivate init(of index: OpenIndex?, from pool: IndexPool) {
      self.pool = pool
      used = Mutex(index)
    }

    deinit { pool.giveBack(used.withLock { $0 }) }

    /// Calls a closure with the index; blocks until it returns.
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

  /// The index, or another one if its file was replaced.
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
