/// The result of parsing a query.
public struct QueryReading: Hashable, Sendable {
  /// The query. Its `description` is the normal form.
  public let query: Query
  /// Possible operators that were read as text, in the order of the query.
  public let notes: [QueryNote]
  /// The error of a query that was read leniently; the invalid parts were read as text.
  public let error: QueryParserError?

  /// Creates a reading.
  public init(query: Query, notes: [QueryNote] = [], error: QueryParserError? = nil) {
    self.query = query
    self.notes = notes
    self.error = error
  }
}
