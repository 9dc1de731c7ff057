extension Searcher {
  /// Counts the matches of a query by one or two facets, together with the texts that counts are
  /// normalized by.
  ///
  /// ```swift
  /// let table = try searcher.counts(of: query, by: .mentionYear, and: .province)
  /// ```
  ///
  /// - Parameters:
  ///   - query: The query. Its filters select the texts.
  ///   - row: The facet of the rows.
  ///   - column: The facet of the columns; `nil` for a single column.
  ///   - rejected: Matches to exclude.
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

  /// Returns the given values of a facet for which texts pass the filters of a query. A returned
  /// value without matches counts as zero; the others are missing.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs of the index. The scan ends once a text of each value
  ///   is found.
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

  /// Returns the identifiers of rejected matches whose paragraphs are not in the index, because
  /// their reports were changed or removed.
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
