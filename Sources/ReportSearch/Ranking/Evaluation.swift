import Corpus

/// The treatment of near-duplicate paragraphs.
enum CopyHandling {
  /// Near-duplicates are listed, and no totals without them are computed.
  case ignored
  /// Near-duplicates are listed, and totals are computed both with and without them.
  case counted
  /// Only the earliest paragraph found of each group is listed and counted by facets.
  case folded
}

/// The counted and ranked results of a query. It depends on lists and doc values, not on SQL.
struct Evaluation {
  /// The requested paragraphs, in the requested order.
  let hits: [RankedParagraph]
  /// The totals of all results.
  let totals: SearchResult.Totals
  /// The totals without near-duplicates; `nil` if they were not requested.
  let totalsWithoutCopies: SearchResult.Totals?
  /// The counts by the requested facets.
  let facets: [Facet: [FacetCount]]
  private let found: MatchList

  /// Evaluates a query.
  ///
  /// - Parameters:
  ///   - limit: The number of paragraphs to rank, including the first `options.offset`, which are
  ///     skipped later.
  ///   - copies: The treatment of near-duplicates.
  ///   - rejected: Matches to exclude. Scores still include them.
  /// - Complexity: O(*n*) in the postings of the terms. Orders other than by rank add O(*n* log
  ///   *n*) in the paragraphs found.
  init(
    of query: Query, by evaluator: inout QueryEvaluator, limit: Int, order: HitOrder = .rank,
    facets: Set<Facet> = [], copies: CopyHandling = .ignored,
    rejecting rejected: RejectedHits = RejectedHits()
  ) throws {
    let attributes = evaluator.attributes
    let places = try RejectedPlaces(
      of: rejected, attributes: attributes, columns: evaluator.columns)
    let needsMatches = order == .year || facets.contains(.mentionYear) || !places.isEmpty
    let counted = needsMatches ? nil : try evaluator.counts(of: query)
    let (all, rejectedCount) = places.remaining(
      of: try counted ?? evaluator.matches(of: query))
    totals = try Self.totals(of: all, attributes, rejected: rejectedCount)
    let withoutCopies =
      copies == .ignored
      ? nil : try evaluator.columns.copies().withoutCopies(all)
    totalsWithoutCopies = try withoutCopies.map {
      try Self.totals(of: $0, attributes, rejected: rejectedCount)
    }
    let found = copies == .folded ? withoutCopies ?? all : all
    self.found = found
    self.facets = try FacetCounting(attributes: attributes, columns: evaluator.columns)
      .counts(of: found, by: facets)
    let scoring = try Scoring(of: query, by: &evaluator)
    var keys: [Int]?
    if order != .rank {
      keys = try HitKeys(attributes: attributes, columns: evaluator.columns).keys(of: found, order)
    }
    hits = scoring.best(of: found, keys: keys, limit: limit)
  }

  /// Returns the matches of a paragraph that was found; `nil` if only match counts are known.
  func matches(inParagraph id: UInt32) -> ArraySlice<FoundMatch>? {
    guard !found.isCounted else { return nil }
    let place = MatchList.place(of: id, in: found.keys, from: 0)
    return place < found.count && found.keys[place] == id ? found.matches(at: place) : nil
  }

  /// Returns the match count of a paragraph; 0 if it was not found.
  func matchCount(inParagraph id: UInt32) -> Int {
    let place = MatchList.place(of: id, in: found.keys, from: 0)
    return place < found.count && found.keys[place] == id ? Int(found.matchCount(at: place)) : 0
  }

  /// Returns the totals of a list.
  ///
  /// - Throws: ``UnreadablePages/paragraph(_:)`` if the list contains a paragraph that was removed
  ///   from the index.
  static func totals(
    of found: MatchList, _ attributes: ParagraphAttributes, rejected: Int
  ) throws(UnreadablePages) -> SearchResult.Totals {
    // Paragraphs of a report have consecutive ids, so a change of report starts a new one.
    var reports = 0
    var last: UInt32 = 0
    for id in found.keys {
      let report = attributes.reports[Int(id)]
      if report != last { reports += 1 }
      if report == 0 { throw .paragraph(Int(id)) }
      last = report
    }
    let loose = found.matches.count(where: \.isLoose)
    return SearchResult.Totals(
      paragraphs: found.count, matches: Int(found.bounds[found.count]) - loose, looseMatches: loose,
      reports: reports, rejected: rejected)
  }
}
