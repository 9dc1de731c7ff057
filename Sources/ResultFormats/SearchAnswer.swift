public import ReportSearch

/// The JSON that answers a search.
public enum SearchAnswer {
  /// The version of the JSON. Fields may be added within a version.
  public static let schema = 1

  /// The answer to a query: totals, and hits with their matches inside.
  ///
  /// - Parameters:
  ///   - typed: The query as the user typed it.
  ///   - suggestions: What to ask instead, if nothing was found.
  ///   - explanation: Where scores come from, if that is wanted.
  public static func record(
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

  /// A concordance: totals, and the lines in their order.
  public static func record(
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

  /// A hit with its matches inside.
  public static func hit(_ hit: Hit, _ explanation: Explanation? = nil) -> Record {
    let matches = hit.matches.map { match in
      let row = HitRow(hit: hit, match: match)
      return Record(HitColumn.ofMatch.map { ($0.name, $0.value(row)) } + match.partsField)
    }
    let fields = HitColumn.ofHit.map { ($0.name, $0.value(HitRow(hit: hit, match: nil))) }
    return Record(
      fields + [("matches", .records(matches))]
        + (explanation.map { [("explanation", .record($0.record(of: hit)))] } ?? []))
  }

  /// The numbers of what was found.
  ///
  /// - Parameter withoutCopies: The same numbers without copies, if they are to be told.
  public static func totals(
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
