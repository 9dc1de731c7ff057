import CSQLite

extension IndexError {
  /// The error of a read that gave up because its deadline was over.
  package static func interruption(path: String) -> IndexError {
    IndexError(path: path, kind: .inaccessible(code: SQLITE_INTERRUPT, message: "interrupted"))
  }

  /// Whether a read gave up because its deadline was over.
  public var isInterruption: Bool {
    if case .inaccessible(let code, _) = kind { return code & 0xFF == SQLITE_INTERRUPT }
    return false
  }
}
