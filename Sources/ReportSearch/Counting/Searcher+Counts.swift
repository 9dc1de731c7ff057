extension Searcher {
  /// Counts the matches of a query by one or two facets, with the texts that they stand in.
  ///
  /// ```swift
  /// let table = try searcher.counts(of: query, by: .mentionYear, and: .province)
  /// ```
  ///
  /// - Parameters:
  ///   - query: What to find. Its filters choose the texts that counts are compared with.
  ///   - row: By what the rows are told apart.
  ///   - column: By what the columns are told apart; `nil` for a single column.
  ///   - rejected: Matches that do not count.
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs of the index and in the postings of the query's terms.
  public func counts(
    of query: Query, by row: Facet, and column: Facet? = nil,
    rejecting rejected: RejectedHits = RejectedHits()
  ) throws -> CountTable {
    try translatingErrors {
      var evaluator = try evaluator()
      let (attributes, columns) = (evaluator.attributes, evaluator.columns)
      let places = try RejectedPlaces(of: rejected, attributes: attributes, columns: columns)
      let found = places.remaining(of: try evaluator.matches(of: query))
      let filter = try query.subset.map {
        try FilterPreparation(
          postings: evaluator.postings, attributes: attributes, columns: columns
        ).predicate(of: $0)
      }
      return try CountTable(
        of: found.matches,
        totals: try Evaluation.totals(of: found.matches, attributes, rejected: found.rejected),
        by: row, and: column, passing: filter, attributes: attributes, columns: columns)
    }
  }

  /// Returns the names of rejected matches whose paragraphs the index does not have: of reports that
  /// changed or were taken out.
  ///
  /// - Throws: An ``IndexError``.
  public func unknown(in rejected: RejectedHits) throws -> [String] {
    try translatingErrors {
      let values = try docValues()
      return try RejectedPlaces(of: rejected, attributes: values.attributes, columns: values)
        .unknown
    }
  }
}
