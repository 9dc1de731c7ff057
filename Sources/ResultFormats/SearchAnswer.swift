package import ReportSearch

/// The JSON format of search results.
package enum SearchAnswer {
  /// The version of the JSON format. A version may gain fields.
  package static let schema = 1

  /// Returns the result of a search: its totals, and its hits with their matches nested inside.
  ///
  /// - Parameters:
  ///   - typed: The query as the user typed it.
  ///   - suggestions: Alternative queries, if nothing was found.
  ///   - explanation: The scores in detail, if requested.
  package static func record(
    of result: SearchResult, typed: String, suggestions: [Suggestion]? = nil,
    explanation: Explanation? = nil
  ) -> Record {
    let fields: [(String, Cell)] = [
      ("schema", .integer(schema)),
      ("query", .text(typed)),
      ("read_as", .text(result.query.description)),
      ("totals", .record(totals(result.totals, withoutCopies: result.totalsWithoutCopies))),
      ("hits", .records(result.hits.map { hit($0, explanation) })),
    ]
    return Record(
      fields + (explanation.map { [("postings", .text($0.postings))] } ?? [])
        + (suggestions.map { [("suggestions", .records($0.map(\.record)))] } ?? []))
  }

  /// Returns a concordance: its totals and its lines in order.
  package static func record(
    of query: Query, typed: String, totals: SearchResult.Totals, lines: [Record]
  ) -> Record {
    Record([
      ("schema", .integer(schema)),
      ("query", .text(typed)),
      ("read_as", .text(query.description)),
      ("totals", .record(self.totals(totals))),
      ("lines", .records(lines)),
    ])
  }

  /// Returns a hit with its matches nested inside.
  package static func hit(_ hit: Hit, _ explanation: Explanation? = nil) -> Record {
    let matches = hit.matches.map { match in
      let row = HitRow(hit: hit, match: match)
      return Record(HitColumn.ofMatch.map { ($0.name, $0.value(row)) } + match.partsField)
    }
    let fields = HitColumn.ofHit.map { ($0.name, $0.value(HitRow(hit: hit, match: nil))) }
    return Record(
      fields + [("matches", .records(matches))]
        + (explanation.map { [("explanation", .record($0.record(of: hit)))] } ?? []))
  }

  /// Returns the totals of a query.
  ///
  /// - Parameter withoutCopies: The totals with each group of near-duplicates counted once; `nil`
  ///   to omit them.
  package static func totals(
    _ totals: SearchResult.Totals, withoutCopies: SearchResult.Totals? = nil
  ) -> Record {
    let fields: [(String, Cell)] = [
      ("paragraphs", .integer(totals.paragraphs)),
      ("matches", .integer(totals.matches)),
      ("loose", .integer(totals.looseMatches)),
      ("reports", .integer(totals.reports)),
    ]
    return Record(
      fields + (withoutCopies.map { [("without_copies", .record(self.totals($0)))] } ?? []))
  }
}
