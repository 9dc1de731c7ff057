extension ReportIndex {
  /// Returns the number of the last commit: another one after every change, corrections among them.
  ///
  /// - Throws: An ``IndexError``.
  public func generation() throws -> Int {
    try reading { try Schema.number(.generation, in: $0) ?? 0 }
  }
}
