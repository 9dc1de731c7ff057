/// The result of a query.
public struct SearchResult: Sendable {
  /// The totals of all results, independent of how many are listed.
  public struct Totals: Hashable, Sendable {
    /// The number of paragraphs.
    public let paragraphs: Int
    /// The number of literal matches in them.
    public let matches: Int
    /// The number of loose matches in them: literals with one interruption.
    public let looseMatches: Int
    /// The number of reports that contain the paragraphs.
    public let reports: Int
    /// The number of matches that were found but rejected by the user. All other totals exclude
    /// them.
    public let rejected: Int

    /// Creates totals.
    public init(
      paragraphs: Int, matches: Int, looseMatches: Int = 0, reports: Int, rejected: Int = 0
    ) {
      self.paragraphs = paragraphs
      self.matches = matches
      self.looseMatches = looseMatches
      self.reports = reports
      self.rejected = rejected
    }
  }

  /// The query as it was parsed.
  public let query: Query
  /// The totals of all results.
  public let totals: Totals
  /// The totals without near-duplicates. Each group counts once, by its earliest paragraph among
  /// the results.
  public let totalsWithoutCopies: Totals
  /// True if near-duplicates are left out of the hits and facets.
  public let foldsCopies: Bool
  /// The requested hits, in the requested order.
  public let hits: [Hit]
  /// The counts of all results by the requested facets.
  public let facets: [Facet: [FacetCount]]
}

/// Options for the list of hits and the facets.
public struct SearchOptions: Hashable, Sendable {
  /// The number of hits to skip.
  public var offset: Int
  /// The sort order.
  public var order: HitOrder
  /// The facets to count matches by.
  public var facets: Set<Facet>
  /// True to list each near-duplicate group once and count it once by facets, by its earliest
  /// paragraph among the results.
  public var foldsCopies: Bool

  /// Creates options.
  public init(
    offset: Int = 0, order: HitOrder = .rank, facets: Set<Facet> = [], foldsCopies: Bool = false
  ) {
    self.offset = offset
    self.order = order
    self.facets = facets
    self.foldsCopies = foldsCopies
  }
}
