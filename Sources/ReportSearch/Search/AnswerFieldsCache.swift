import Synchronization

/// Keeps the fields of the state of the index that was last asked.
final class AnswerFieldsCache: Sendable {
  private let entry = Mutex<(state: StoredAttributes, fields: AnswerFields)?>(nil)

  /// Returns the fields of a state of the index, and forms them if they are not known.
  func fields(
    of state: StoredAttributes, forming: () throws -> AnswerFields
  ) rethrows -> AnswerFields {
    if let known = entry.withLock({ $0 }), known.state === state { return known.fields }
    let new = try forming()
    entry.withLock { $0 = (state, new) }
    return new
  }
}
