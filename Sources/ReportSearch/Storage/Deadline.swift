import CSQLite

extension IndexError {
  /// Returns the error of a read that was interrupted because its deadline passed.
  package static func interruption(path: String) -> IndexError {
    IndexError(path: path, kind: .inaccessible(code: SQLITE_INTERRUPT, message: "interrupted"))
  }

  /// True if a read was interrupted because its deadline passed.
  public var isInterruption: Bool {
    if case .inaccessible(let code, _) = kind { return code & 0xFF == SQLITE_INTERRUPT }
    return false
  }
}
