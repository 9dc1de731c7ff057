/// Write access to an index, backed by SQLite or PostgreSQL. At most one transaction is open at a
/// time.
package protocol IndexWritingStorage: AnyObject {
  /// The files of the storage itself, which must not be indexed as sources.
  var files: [String] { get }

  /// The number of bytes of source files after which a transaction is committed.
  var transactionByteCount: Int { get }

  /// Calls a closure with a snapshot of the index, while no transaction is open.
  ///
  /// - Throws: Errors of the closure; an ``IndexError`` if the storage cannot be read or is
  ///   corrupted.
  func reading<Value>(_ body: (any TableReader) throws -> Value) throws -> Value

  /// Calls a closure with writers of the tables and postings. Begins a transaction if none is open,
  /// and leaves it open. All calls within a transaction get the same writers.
  ///
  /// - Throws: Errors of the closure; an ``IndexError`` if the storage cannot be written or is
  ///   corrupted. The transaction is then rolled back.
  func writing<Value>(
    _ body: (any TableWriter, any PostingsWriter) throws -> Value
  ) throws -> Value

  /// Commits the open transaction.
  ///
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  func commit() throws

  /// Optimizes the storage for searching after many changes. No transaction may be open.
  ///
  /// - Throws: An ``IndexError``.
  func optimize() throws
}
