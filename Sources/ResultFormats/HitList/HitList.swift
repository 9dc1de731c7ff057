public import ReportSearch

/// Writes all hits of queries as a table.
public struct HitList {
  /// A query as the user typed it, and as it was read.
  public struct TypedQuery: Sendable {
    /// The query as the user typed it.
    public let text: String
    /// The query as it was read.
    public let query: Query

    /// Reads a query.
    ///
    /// - Throws: A `QueryParserError`.
    public init(
      _ text: String, parser: QueryParser = QueryParser()
    ) throws(QueryParserError) {
      self.text = text
      query = try parser.parse(text)
    }
  }

  private let options: HitListOptions

  /// Prepares a hit list.
  public init(_ options: HitListOptions) { self.options = options }

  /// Writes the rows of queries, one query after the other, in the order of the options.
  ///
  /// - Parameter write: Takes the list's text piece by piece: the line of column names of CSV, then each
  ///   row.
  /// - Returns: The numbers of what was found, in the order of the queries.
  /// - Throws: An `IndexError`, or what `write` throws.
  /// - Complexity: O(*n*) in the hits; memory holds their ids and the text of one.
  public func write(
    _ queries: [TypedQuery], from index: ReportIndex, to write: (String) throws -> Void
  ) throws -> [SearchResult.Totals] {
    let csv = CSVFormat(keepsFormulas: options.keepsFormulas)
    let json = JSONFormat()
    let columns = HitColumn.list(of: options.row)
    if options.format == .csv { try write(csv.header(columns.map(\.name))) }
    return try queries.map { query in
      try index.forEachHit(of: query.query, limit: options.limit, order: options.order) { hit in
        for row in rows(of: hit, query.text) {
          let row = row.record(columns)
          switch options.format {
          case .csv: try write(csv.line(row))
          case .jsonl: try write(json.line(row) + "\n")
          }
        }
      }
    }
  }

  private func rows(of hit: Hit, _ query: String) -> [HitRow] {
    switch options.row {
    case .match:
      hit.matches.map { HitRow(hit: hit, match: $0, query: query, context: options.context) }
    case .paragraph: [HitRow(hit: hit, match: nil, query: query)]
    }
  }
}
