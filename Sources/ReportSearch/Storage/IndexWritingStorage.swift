/// What keeps an index that is changed: a file of SQLite, or a server. There is one transaction at a time.
package protocol IndexWritingStorage: AnyObject {
  /// Files that belong to the storage, and are no sources.
  var files: [String] { get }

  /// The bytes of files that a transaction holds at least, but for the last one.
  var transactionByteCount: Int { get }

  /// Calls a closure with one committed state of the index, while no transaction is open.
  ///
  /// - Throws: What the closure throws; an ``IndexError`` if the storage cannot be read or is damaged.
  func reading<Value>(_ body: (any TableReader) throws -> Value) throws -> Value

  /// Calls a closure with the tables and the lists in the transaction that is open, or in a new one, which stays
  /// open; those of a transaction are the same at each call.
  ///
  /// - Throws: What the closure throws; an ``IndexError`` if the storage cannot be written or is damaged. The
  ///   transaction is then rolled back.
  func writing<Value>(
    _ body: (any TableWriter, any PostingsWriter) throws -> Value
  ) throws -> Value

  /// Makes durable what was written in the transaction that is open.
  ///
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  func commit() throws

  /// Makes searching fast after much was written, while no transaction is open.
  ///
  /// - Throws: An ``IndexError``.
  func optimize() throws
}
