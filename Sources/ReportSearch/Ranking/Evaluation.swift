import Corpus

/// What an evaluation does about paragraphs that are copies of each other.
enum CopyHandling {
  /// Nothing is asked about them.
  case ignored
  /// They are listed, and all is counted with and without them.
  case counted
  /// Of each group only the paragraph that appeared first among those found is listed and, by facets,
  /// counted.
  case folded
}

/// What a query finds, counted and in order. It knows lists and attributes, no SQL.
struct Evaluation {
  /// The paragraphs that were asked for, in the order that was asked for.
  let hits: [RankedParagraph]
  /// The numbers of all that was found.
  let totals: SearchResult.Totals
  /// The same without copies; `nil` if that was not asked for.
  let totalsWithoutCopies: SearchResult.Totals?
  /// The counts by the facets that were asked for.
  let facets: [Facet: [FacetCount]]
  private let found: MatchList

  /// Evaluates a query.
  ///
  /// - Parameters:
  ///   - limit: The number of paragraphs to give, those before `options.offset` among them.
  ///   - copies: What to do about copies.
  ///   - rejected: Matches that do not count; scores are those of all.
  /// - Complexity: O(*n*) in the postings of the terms and, for other orders than by rank, O(*n* log *n*)
  ///   in the paragraphs found.
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

  /// The matches of a paragraph that was found; `nil` where only their number is known.
  func matches(inParagraph id: UInt32) -> ArraySlice<FoundMatch>? {
    guard !found.isCounted else { return nil }
    let place = MatchList.place(of: id, in: found.keys, from: 0)
    return place < found.count && found.keys[place] == id ? found.matches(at: place) : nil
  }

  /// The number of matches of a paragraph that was found.
  func matchCount(inParagraph id: UInt32) -> Int {
    let place = MatchList.place(of: id, in: found.keys, from: 0)
    return place < found.count && found.keys[place] == id ? Int(found.matchCount(at: place)) : 0
  }

  /// The numbers of what was found.
  ///
  /// - Throws: ``UnreadablePages/paragraph(_:)`` if the lists name a paragraph that was taken out.
  static func totals(
    of found: MatchList, _ attributes: ParagraphAttributes, rejected: Int
  ) throws(UnreadablePages) -> SearchResult.Totals {
    // Paragraphs of a report have neighbouring ids: a report is counted once.
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
