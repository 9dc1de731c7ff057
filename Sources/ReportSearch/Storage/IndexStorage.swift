/// Read access to an index, backed by SQLite or PostgreSQL.
///
/// Queries are evaluated, scored, counted and displayed by the same code for both, so that their
/// answers are equal.
package protocol IndexStorage: Sendable {
  /// The path of the file, or the address of the server without a password, for messages.
  var path: String { get }

  /// Calls a closure with a snapshot of the index.
  ///
  /// - Parameter deadline: The time at which the read is interrupted, or `nil` for none.
  /// - Throws: Errors of the closure; an ``IndexError`` if the storage cannot be read or is
  ///   corrupted.
  func reading<Value>(
    deadline: ContinuousClock.Instant?, _ body: (any IndexSnapshot) throws -> Value
  ) throws -> Value

  /// Returns true if the path now leads to another file, or if the file was overwritten. The
  /// storage must then be opened again.
  ///
  /// - Throws: An ``IndexError`` if there is no file any more.
  func isReplaced() throws -> Bool
}

extension IndexStorage {
  /// Calls a closure with a snapshot of the index, without a deadline.
  ///
  /// - Throws: Errors of the closure; an ``IndexError`` if the storage cannot be read or is
  ///   corrupted.
  package func reading<Value>(_ body: (any IndexSnapshot) throws -> Value) throws -> Value {
    try reading(deadline: nil, body)
  }
}

/// A snapshot of one committed state of an index.
package protocol IndexSnapshot: TableReader {
  /// Returns a cache key for the data of this state. No other state that the same connection can
  /// see has the same key.
  func version() throws -> String

  /// Returns a name of the index at this location. It changes when another index is put in its
  /// place.
  func identity() throws -> String

  /// Returns the source of postings lists. It is valid as long as the snapshot.
  ///
  /// - Parameters:
  ///   - attributes: The doc values of this state.
  ///   - version: The ``version()`` of this state.
  func postings(attributes: ParagraphAttributes, version: String) throws -> any PostingsSource

  /// The number of paragraphs to fetch per statement when more will be needed. It is 1 where
  /// statements are cheap.
  var paragraphsPerStatement: Int { get }

  /// The reason why FTS5's pages cannot be read directly, or `nil` if they can.
  var unreadablePages: UnreadablePages? { get }

  /// Converts an error of a read to an ``IndexError``. Errors that are not caused by the storage
  /// are returned unchanged.
  func indexError(of error: any Error) -> any Error
}
