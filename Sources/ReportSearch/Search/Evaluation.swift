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
  /// - Complexity: O(*n*) in the postings of the terms and, for other orders than by rank, O(*n* log *n*)
  ///   in the paragraphs found.
  init(
    of query: Query, by evaluator: inout QueryEvaluator, limit: Int, order: HitOrder = .rank,
    facets: Set<Facet> = [], copies: CopyHandling = .ignored
  ) throws {
    let needsMatches = order == .year || facets.contains(.mentionYear)
    let counted = needsMatches ? nil : try evaluator.counts(of: query)
    let all = try counted ?? evaluator.matches(of: query)
    let attributes = evaluator.attributes
    totals = Self.totals(of: all, attributes)
    let withoutCopies =
      copies == .ignored
      ? nil : try evaluator.columns.copies(of: attributes).withoutCopies(all)
    totalsWithoutCopies = withoutCopies.map { Self.totals(of: $0, attributes) }
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

  private static func totals(
    of found: MatchList, _ attributes: ParagraphAttributes
  ) -> SearchResult.Totals {
    // Paragraphs of a report have neighbouring ids: a report is counted once.
    var reports = 0
    var last: UInt32 = 0
    for id in found.keys {
      let report = attributes.reports[Int(id)]
      if report != last { reports += 1 }
      last = report
    }
    let loose = found.matches.count(where: \.isLoose)
    return SearchResult.Totals(
      paragraphs: found.count, matches: Int(found.bounds[found.count]) - loose, looseMatches: loose,
      reports: reports)
  }
}
