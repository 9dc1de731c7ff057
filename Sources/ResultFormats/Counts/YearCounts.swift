public import ReportSearch

/// The matches of a query by year.
public struct YearCounts: Sendable {
  /// Whose year counts.
  public enum Year: String, Sendable, CaseIterable {
    /// The year that each match speaks of.
    case mention = "mention-year"
    /// The year that the report of each match is about.
    case report = "report-year"

    fileprivate var facet: Facet { self == .mention ? .mentionYear : .reportYear }
  }

  /// The query as the user typed it.
  public let typed: String
  /// The query as it was read, and the numbers of all that was found.
  public let result: SearchResult
  /// Whose year counts.
  public let year: Year

  /// Counts the matches of a query.
  ///
  /// - Parameter typed: The query as the user typed it.
  /// - Throws: An `IndexError`.
  public init(of query: Query, typed: String, by year: Year, in index: ReportIndex) throws {
    self.typed = typed
    self.year = year
    result = try index.search(query, limit: 0, options: SearchOptions(facets: [year.facet]))
  }

  /// The rows: years in their order, then what has none. Their matches add up to those of the query;
  /// paragraphs and reports do not, as one may speak of several years.
  public var rows: [FacetCount] { result.facets[year.facet] ?? [] }
}

extension YearCounts {
  /// The columns of a table.
  public static let columns = ["query", "year", "matches", "loose", "paragraphs", "reports"]

  /// The rows of a table.
  public var records: [Record] {
    rows.map { row in
      Record([
        ("query", .text(typed)), ("year", .text(row.value)), ("matches", .integer(row.matches)),
        ("loose", .integer(row.looseMatches)), ("paragraphs", .integer(row.paragraphs)),
        ("reports", .integer(row.reports)),
      ])
    }
  }

  /// The counts as JSON.
  public var record: Record {
    Record([
      ("query", .text(typed)), ("read_as", .text(result.query.description)),
      ("by", .text(year.rawValue)), ("totals", .record(SearchAnswer.totals(result.totals))),
      ("rows", .records(records)),
    ])
  }
}
