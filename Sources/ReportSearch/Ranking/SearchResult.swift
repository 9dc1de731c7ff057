/// The answer to a query.
public struct SearchResult: Sendable {
  /// The numbers of all that was found, whatever part of it is listed.
  public struct Totals: Hashable, Sendable {
    /// The number of paragraphs.
    public let paragraphs: Int
    /// The number of literal matches in them.
    public let matches: Int
    /// The number of loose matches in them: of literals that may be interrupted.
    public let looseMatches: Int
    /// The number of reports that they stand in.
    public let reports: Int
    /// The number of matches that were found and are left out of all other numbers, because somebody
    /// rejected them.
    public let rejected: Int

    /// Creates the numbers.
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

  /// The query as it was understood.
  public let query: Query
  /// The numbers of all that was found.
  public let totals: Totals
  /// The numbers without copies: each group of copies counts once, where it appeared first among what was
  /// found.
  public let totalsWithoutCopies: Totals
  /// Whether the hits and facets are those without copies.
  public let foldsCopies: Bool
  /// The hits that were asked for, in the order that was asked for.
  public let hits: [Hit]
  /// The counts of all that was found by the facets that were asked for.
  public let facets: [Facet: [FacetCount]]
}

/// How hits are listed, and what is counted beside.
public struct SearchOptions: Hashable, Sendable {
  /// The number of hits at the beginning of the list to leave out.
  public var offset: Int
  /// The order of the list.
  public var order: HitOrder
  /// By what the matches are counted.
  public var facets: Set<Facet>
  /// Whether each group of copies is listed, and counted by facets, once: where it appeared first among
  /// what was found.
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
