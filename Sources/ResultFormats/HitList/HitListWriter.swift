import ReportSearch

/// A writer of one file format that receives the hits of queries one by one.
protocol HitListWriter {
  /// Begins the list.
  mutating func begin() throws
  /// Begins the hits of a query.
  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) throws
  /// Adds a hit of the current query.
  mutating func add(_ hit: Hit) throws
  /// Ends the list.
  mutating func end(_ answers: [HitList.Answer]) throws
}

extension HitListWriter {
  mutating func begin() throws {}
  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) throws {}
  mutating func end(_ answers: [HitList.Answer]) throws {}
}

/// The rows of hits in a table.
struct HitRows {
  let columns: [HitColumn]
  private let options: HitListOptions
  /// The name of the query in the table.
  var query = ""

  init(_ options: HitListOptions) {
    self.options = options
    columns = HitColumn.list(of: options.row)
  }

  /// Returns the rows of a hit: one for each match, or one for the paragraph.
  func rows(of hit: Hit) -> [HitRow] {
    switch options.row {
    case .match:
      hit.matches.map { HitRow(hit: hit, match: $0, query: query, context: options.context) }
    case .paragraph: [HitRow(hit: hit, match: nil, query: query)]
    }
  }

  /// Returns the cells of the rows of a hit.
  func cells(of hit: Hit) -> [[Cell]] {
    rows(of: hit).map { row in columns.map { $0.value(row) } }
  }
}
