/// A query as it was understood.
public struct QueryReading: Hashable, Sendable {
  /// The query; its description is the normal form.
  public let query: Query
  /// What could have been an operator and was taken for text, in the order of the query.
  public let notes: [QueryNote]
  /// What is wrong with the query, if it was read leniently: what is wrong was taken for text.
  public let error: QueryParserError?

  /// Creates a reading.
  public init(query: Query, notes: [QueryNote] = [], error: QueryParserError? = nil) {
    self.query = query
    self.notes = notes
    self.error = error
  }
}
