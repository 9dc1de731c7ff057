/// Write access to the tables of an index in a transaction.
///
/// Statements use the SQL that SQLite and PostgreSQL share, with `?` for each argument. Statements
/// to a server are pipelined: the error of a statement may be thrown by a later one, at the latest
/// by the commit.
package protocol TableWriter: TableReader {
  /// Executes a statement that returns no rows.
  ///
  /// - Throws: Errors of the storage.
  func execute(_ sql: String, _ arguments: [StoredArgument]) throws

  /// Prepares a statement for repeated execution in this transaction.
  ///
  /// - Throws: Errors of the storage.
  func prepare(_ sql: String) throws -> any TableStatement
}

/// A prepared statement.
package protocol TableStatement {
  /// Executes the statement, which returns no rows.
  ///
  /// - Throws: Errors of the storage.
  func execute(_ arguments: [StoredArgument]) throws

  /// Executes the statement and calls a closure with each row of its result. The row is valid
  /// during the call only.
  ///
  /// - Throws: Errors of the storage and of the closure.
  func forEachRow(
    _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void) throws

  /// Executes the statement once for each element of `arguments`, and calls a closure with the
  /// index of that element and each row of its result. With a server, executions are pipelined.
  ///
  /// - Throws: Errors of the storage and of the closure.
  func forEachRow(
    ofEach arguments: [[StoredArgument]], _ body: (_ place: Int, any TableRow) throws -> Void
  ) throws
}

/// Write access to the postings lists, in the transaction of a ``TableWriter``.
package protocol PostingsWriter: AnyObject {
  /// Adds the text of a paragraph.
  ///
  /// - Returns: The number of its folded characters.
  func add(_ text: String, ofParagraph id: Int) throws -> Int

  /// Removes the text of a paragraph. Must be called with the text that was added, and before the
  /// paragraph's row is deleted.
  ///
  /// - Returns: The number of its folded characters.
  func remove(_ text: String, ofParagraph id: Int) throws -> Int

  /// Calls a closure with the folded form, in UTF-8, of the text that was last added or removed.
  func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value
}
