/// What keeps an index: a file of SQLite, or a server.
///
/// Queries are evaluated, scored, counted and shown by the same code, whatever keeps the lists and the
/// texts: hence the answers cannot differ.
package protocol IndexStorage: Sendable {
  /// What messages name: the path of the file, or the address of the server, without a password.
  var path: String { get }

  /// Calls a closure with one committed state of the index.
  ///
  /// - Parameter deadline: When the reading gives up; `nil` for never.
  /// - Throws: What the closure throws; an ``IndexError`` if the storage cannot be read or is damaged.
  func reading<Value>(
    deadline: ContinuousClock.Instant?, _ body: (any IndexSnapshot) throws -> Value
  ) throws -> Value

  /// True if what was opened is no longer what the path leads to: another file is there, or the file was
  /// overwritten. It is then to be opened anew.
  ///
  /// - Throws: An ``IndexError`` if there is none any more.
  func isReplaced() throws -> Bool
}

extension IndexStorage {
  /// Calls a closure with one committed state of the index, without a deadline.
  ///
  /// - Throws: What the closure throws; an ``IndexError`` if the storage cannot be read or is damaged.
  package func reading<Value>(_ body: (any IndexSnapshot) throws -> Value) throws -> Value {
    try reading(deadline: nil, body)
  }
}

/// One committed state of an index.
package protocol IndexSnapshot: TableReader {
  /// A key of this state for what a connection keeps from one read to the next: no other state that the
  /// connection can meet has the same.
  func version() throws -> String

  /// A name for what stands in this place: another one where another index was put in its place.
  func identity() throws -> String

  /// Where the lists of literals come from; valid as long as the state is.
  ///
  /// - Parameters:
  ///   - attributes: Those of the paragraphs in this state.
  ///   - version: The version of this state.
  func postings(attributes: ParagraphAttributes, version: String) throws -> any PostingsSource

  /// How many paragraphs are asked for in one statement, where it is known that more will be needed: one
  /// where a statement costs little.
  var paragraphsPerStatement: Int { get }

  /// Why lists are not read where they are read fastest; `nil` if they are.
  var unreadablePages: UnreadablePages? { get }

  /// Returns the ``IndexError`` that an error of a read means; the error itself if it is not the storage's.
  func indexError(of error: any Error) -> any Error
}
