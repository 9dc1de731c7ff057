import CSQLite
import Synchronization

/// A moment at which calls of an index give up.
///
/// ```swift
/// let deadline = Deadline()
/// try index.giveUp(at: deadline)
/// deadline.set(after: .seconds(5))
/// try index.search(query, limit: 20)      // throws if it takes longer
/// ```
public final class Deadline: Sendable {
  private let moment = Mutex<ContinuousClock.Instant?>(nil)

  /// Creates a moment that never comes.
  public init() {}

  /// Sets the moment, from now; `nil` for never.
  public func set(after time: Duration?) {
    let new = time.map { ContinuousClock.now + $0 }
    moment.withLock { $0 = new }
  }

  /// Whether the moment has come.
  public var isOver: Bool {
    moment.withLock { $0 }.map { ContinuousClock.now >= $0 } ?? false
  }
}

extension ReportIndex {
  /// Makes every later call throw an ``IndexError`` whose ``IndexError/isInterruption`` is true when a
  /// deadline is over.
  ///
  /// The deadline is looked at between the lists of a query's terms and while texts are read, not inside one
  /// list, and it is kept for as long as the program runs.
  public func giveUp(at deadline: Deadline) throws {
    try storage.giveUp(at: deadline)
  }
}

extension IndexError {
  /// The error of a call that gave up because its deadline was over.
  package static func interruption(path: String) -> IndexError {
    IndexError(path: path, kind: .inaccessible(code: SQLITE_INTERRUPT, message: "interrupted"))
  }

  /// Whether the call gave up because its deadline was over.
  public var isInterruption: Bool {
    if case .inaccessible(let code, _) = kind { return code & 0xFF == SQLITE_INTERRUPT }
    return false
  }
}
