extension ReportIndex {
  /// Returns whether another index stands where this one was opened: it is to be opened anew. An index on a
  /// server never has to be.
  ///
  /// - Throws: An ``IndexError`` if there is none any more.
  /// - Complexity: O(1); nothing of the index is read.
  public func isReplaced() throws -> Bool { try storage.isReplaced() }

  /// Returns a name for what stands in this place: another one when another index was put there.
  ///
  /// - Throws: An ``IndexError``.
  public func identity() throws -> String { try reading { try $0.identity() } }

  /// Returns the number of the last commit: another one after every change, corrections among them.
  ///
  /// - Throws: An ``IndexError``.
  public func generation() throws -> Int {
    try reading { try Schema.number(.generation, in: $0) ?? 0 }
  }
}
