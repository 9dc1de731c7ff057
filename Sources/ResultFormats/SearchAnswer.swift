public import ReportSearch

/// The JSON that answers a search.
public enum SearchAnswer {
  /// The version of the JSON. Fields may be added within a version.
  public static let schema = 1

  /// The answer to a query: totals, and hits with their matches inside.
  ///
  /// - Parameter typed: The query as the user typed it.
  public static func record(of result: SearchResult, typed: String) -> Record {
    Record([
      ("schema", .integer(schema)),
      ("query", .text(typed)),
      ("read_as", .text(result.query.description)),
      ("totals", .record(totals(result.totals))),
      ("hits", .records(result.hits.map(hit))),
    ])
  }

  /// A hit with its matches inside.
  public static func hit(_ hit: Hit) -> Record {
    let matches = hit.matches.map { HitRow(hit: hit, match: $0).record(HitColumn.ofMatch) }
    let fields = HitColumn.ofHit.map { ($0.name, $0.value(HitRow(hit: hit, match: nil))) }
    return Record(fields + [("matches", .records(matches))])
  }

  /// The numbers of what was found.
  public static func totals(_ totals: SearchResult.Totals) -> Record {
    Record([
      ("paragraphs", .integer(totals.paragraphs)),
      ("matches", .integer(totals.matches)),
      ("loose", .integer(totals.looseMatches)),
      ("reports", .integer(totals.reports)),
    ])
  }
}
