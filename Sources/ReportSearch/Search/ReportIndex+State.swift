extension ReportIndex {
  /// Returns true if another index stands where this one was opened, or the file was overwritten: it is to
  /// be opened anew. An index on a server never has to be.
  ///
  /// - Throws: An ``IndexError`` if there is none any more.
  /// - Complexity: O(1); nothing of the index is read.
  public func isReplaced() throws -> Bool { try storage.isReplaced() }

  /// Returns a name for what stands in this place: another one when another index was put there.
  ///
  /// - Throws: An ``IndexError``.
  public func identity() throws -> String { try reading { try $0.identity() } }

  /// Returns a name for the state of the index that no other state has, though an older copy was put in its
  /// place and changed as often.
  ///
  /// - Throws: An ``IndexError``.
  public func stateIdentifier() throws -> String {
    try reading { db in
      let generation = try Schema.number(.generation, in: db) ?? 0
      let state = try Schema.number(.state, in: db) ?? 0
      return "\(generation)-\(String(state, radix: 36))-\(try db.identity())"
    }
  }

  /// Returns the number of the last commit: another one after every change, corrections among them.
  ///
  /// - Throws: An ``IndexError``.
  public func generation() throws -> Int {
    try reading { try Schema.number(.generation, in: $0) ?? 0 }
  }
}
