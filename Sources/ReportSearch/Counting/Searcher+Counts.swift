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
        try evaluator.filterPreparation.predicate(of: $0)
      }
      return try CountTable(
        of: found.matches,
        totals: try Evaluation.totals(of: found.matches, attributes, rejected: found.rejected),
        by: row, and: column, passing: filter, attributes: attributes, columns: columns)
    }
  }

  /// Returns the values of a facet, among some, of which there are texts that the filters of a query let
  /// pass: among these, a value without a match counts zero, and any other value is missing.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs of the index; it ends when a text of each value was met.
  public func valuesWithTexts(
    among values: Set<String>, of query: Query, by facet: Facet
  ) throws -> Set<String> {
    try translatingErrors {
      let evaluator = try evaluator()
      let (attributes, columns) = (evaluator.attributes, evaluator.columns)
      let grouping = try Grouping(by: facet, attributes: attributes, columns: columns)
      var isWanted = grouping.values.map { values.contains($0.value) }
      var left = isWanted.count { $0 }
      guard left > 0 else { return [] }
      let filter = try query.subset.map {
        try evaluator.filterPreparation.predicate(of: $0)
      }
      let needsYears = grouping.dependsOnPlace || filter?.dependsOnMatch == true
      let stretches = TextStretches(
        attributes: attributes, years: needsYears ? try columns.years() : nil)
      var met: Set<String> = []
      for id in attributes.reports.indices where left > 0 && attributes.reports[id] != 0 {
        stretches.forEachPiece(of: UInt32(id)) { id, place, characters in
          let group = grouping.group(id, place)
          guard isWanted[group], characters > 0, filter?.passes(id, place) ?? true else { return }
          isWanted[group] = false
          left -= 1
          met.insert(grouping.values[group].value)
        }
      }
      return met
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
