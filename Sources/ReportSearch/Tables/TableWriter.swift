/// Changes the tables of an index in a transaction, whatever keeps them.
///
/// Statements are written in the SQL that SQLite and PostgreSQL share, with `?` for each argument. What a
/// statement did wrong may be told by a later one, by the commit at the latest: a server is not waited for.
package protocol TableWriter: TableReader {
  /// Runs a statement that gives no rows.
  ///
  /// - Throws: What the storage throws.
  func execute(_ sql: String, _ arguments: [StoredArgument]) throws

  /// Prepares a statement that is run many times, in this transaction.
  ///
  /// - Throws: What the storage throws.
  func prepare(_ sql: String) throws -> any TableStatement
}

/// A statement that is run many times.
package protocol TableStatement {
  /// Runs the statement, which gives no rows.
  ///
  /// - Throws: What the storage throws.
  func execute(_ arguments: [StoredArgument]) throws

  /// Runs the statement, and calls a closure with each row that it gives; the row is valid during the call
  /// only.
  ///
  /// - Throws: What the storage or the closure throws.
  func forEachRow(
    _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void) throws

  /// Runs the statement with each of several arguments, and calls a closure with their place and each row that they
  /// give. A server is not waited for between them.
  ///
  /// - Throws: What the storage or the closure throws.
  func forEachRow(
    ofEach arguments: [[StoredArgument]], _ body: (_ place: Int, any TableRow) throws -> Void
  ) throws
}

/// Writes the lists by which the texts of paragraphs are found, in the transaction of a ``TableWriter``.
package protocol PostingsWriter: AnyObject {
  /// Adds the text of a paragraph.
  ///
  /// - Returns: The number of its folded characters.
  func add(_ text: String, ofParagraph id: Int) throws -> Int

  /// Takes out the text that a paragraph was added with, before the paragraph itself goes.
  ///
  /// - Returns: The number of its folded characters.
  func remove(_ text: String, ofParagraph id: Int) throws -> Int

  /// Calls a closure with the folded form of the last text, in UTF-8.
  func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value
}
