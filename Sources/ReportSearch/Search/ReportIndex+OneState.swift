extension ReportIndex {
  /// Calls a closure in which all calls of this index see the same committed state, whatever a writer does
  /// meanwhile.
  ///
  /// ```swift
  /// let (contents, name) = try index.inOneState { (try index.contents(), try index.fingerprint()) }
  /// ```
  ///
  /// The log of an index cannot be taken back into its file as long as the closure runs.
  ///
  /// - Throws: An ``IndexError``, or what the closure throws.
  public func inOneState<Value>(_ body: () throws -> Value) throws -> Value {
    if Self.held?.index === self { return try body() }
    var outcome: Result<Value, any Error>?
    try storage.reading { snapshot in
      let held = HeldState(index: self, snapshot: snapshot)
      outcome = Result { try Self.$held.withValue(held) { try body() } }
      // What a read met is told by the storage; what else went wrong is not its affair.
      if case .failure(let failure as ReadFailure) = outcome { throw failure.reason }
    }
    return try outcome!.get()
  }

  /// Calls a closure with one committed state of the index: that of ``inOneState(_:)`` in its closure.
  func reading<Value>(_ body: (any IndexSnapshot) throws -> Value) throws -> Value {
    guard let held = Self.held, held.index === self else { return try storage.reading(body) }
    do {
      return try body(held.snapshot)
    } catch let error as IndexError {
      throw error
    } catch {
      throw ReadFailure(reason: error)
    }
  }

  @TaskLocal private static var held: HeldState?

  /// A state that the thread reads in which it is set, and no other.
  private struct HeldState: @unchecked Sendable {
    let index: ReportIndex
    let snapshot: any IndexSnapshot
  }

  /// What went wrong in a read of a state that is held.
  private struct ReadFailure: Error {
    let reason: any Error
  }
}
