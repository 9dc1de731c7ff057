import Corpus
import TextAnalysis

/// Answers queries from one snapshot of an index, unaffected by concurrent writers.
///
/// ```swift
/// let (contents, result) = try index.read { searcher in
///   (try searcher.contents(), try searcher.search(query, limit: 20))
/// }
/// ```
///
/// ``ReportIndex/read(deadline:_:)`` creates searchers. A searcher is valid only in the closure
/// that receives it, and on the thread of that closure.
public struct Searcher {
  /// The snapshot.
  let db: any IndexSnapshot
  let path: String
  private let cache: AttributesCache

  init(_ db: any IndexSnapshot, path: String, cache: AttributesCache) {
    self.db = db
    self.path = path
    self.cache = cache
  }

  /// Returns hits of a query, the exact totals, and counts by facet.
  ///
  /// ```swift
  /// let options = SearchOptions(facets: [.mentionYear])
  /// let result = try searcher.search(query, limit: 20, options: options)
  /// ```
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - limit: The maximum number of hits to return.
  ///   - options: The order of the hits, the number of hits to skip, and the facets to count.
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the query's terms. Reads the texts of the hits, and of
  ///   candidates that only their text can confirm (`~`, `original:`, `…`).
  public func search(
    _ query: Query, limit: Int, options: SearchOptions = SearchOptions()
  ) throws -> SearchResult {
    try translatingErrors {
      let needed = options.offset.addingReportingOverflow(limit)
      let evaluation = try evaluation(
        of: query, limit: needed.overflow ? Int.max : needed.partialValue, order: options.order,
        facets: options.facets, copies: options.foldsCopies ? .folded : .counted)
      let copies = try docValues().copies()
      var reader = IndexedTextReader(
        db, paragraphs: evaluation.hits.dropFirst(options.offset).map(\.id))
      let hits = try evaluation.hits.enumerated().dropFirst(options.offset).map { place, ranked in
        try hit(ranked, rank: place + 1, query, evaluation, copies, &reader)
      }
      return SearchResult(
        query: query, totals: evaluation.totals,
        totalsWithoutCopies: evaluation.totalsWithoutCopies ?? evaluation.totals,
        foldsCopies: options.foldsCopies, hits: hits, facets: evaluation.facets)
    }
  }

  /// Returns the first paragraphs of a query as ids without their texts, and the exact totals.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the query's terms.
  public func ranking(
    of query: Query, limit: Int, order: HitOrder = .rank
  ) throws -> (totals: SearchResult.Totals, best: [RankedParagraph]) {
    try translatingErrors {
      let evaluation = try evaluation(of: query, limit: limit, order: order)
      return (evaluation.totals, evaluation.hits)
    }
  }

  /// Returns all paragraphs that contain a literal, unranked, with the number of matches in each.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs.
  public func postings(of literal: Literal) throws -> Postings {
    try translatingErrors {
      var evaluator = try evaluator()
      return Postings(
        try evaluator.counts(of: .literal(literal)), withLoose: literal.allowsInterruption)
    }
  }

  /// Calls a closure with each hit of a query, in order.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - limit: The maximum number of hits, or `nil` for all.
  ///   - order: The order of the hits.
  ///   - foldsCopies: True to return and count each group of near-duplicates once, as the paragraph
  ///     that appeared first among those found.
  ///   - rejected: Matches to omit. Hits without other matches are omitted too.
  ///   - begin: Called with the totals before the first hit.
  ///   - body: Called with each hit. The matches of all hits are in memory, but the text of only
  ///     one.
  /// - Returns: The totals.
  /// - Throws: An ``IndexError``, or errors of `begin` and `body`.
  public func forEachHit(
    of query: Query, limit: Int? = nil, order: HitOrder = .rank, foldsCopies: Bool = false,
    rejecting rejected: RejectedHits = RejectedHits(),
    begin: (SearchResult.Totals) throws -> Void = { _ in }, _ body: (Hit) throws -> Void
  ) throws -> SearchResult.Totals {
    let evaluation = try translatingErrors {
      try self.evaluation(
        of: query, limit: limit ?? Int.max, order: order,
        copies: foldsCopies ? .folded : .ignored, rejecting: rejected)
    }
    let totals = evaluation.totalsWithoutCopies ?? evaluation.totals
    try begin(totals)
    let copies = try translatingErrors { try docValues().copies() }
    var reader = IndexedTextReader(db, paragraphs: evaluation.hits.map(\.id))
    for (place, ranked) in evaluation.hits.enumerated() {
      let hit = try translatingErrors {
        try self.hit(ranked, rank: place + 1, query, evaluation, copies, &reader)
      }
      try body(hit)
    }
    return totals
  }

  /// Returns a report as it is in this snapshot.
  ///
  /// - Throws: An ``IndexError`` if it has been removed.
  func current(
    _ report: IndexedReport, by reader: inout IndexedTextReader
  ) throws -> IndexedReport {
    guard let current = try reader.report(identifiedBy: report.identifier) else {
      throw IndexError(path: path, kind: .unknownReport(report.identifier))
    }
    return current
  }

  func unknownParagraph(_ identifier: String) -> IndexError {
    IndexError(path: path, kind: .unknownParagraph(identifier))
  }

  /// The error of operations that need an index in a file.
  var notAFile: IndexError { IndexError(path: path, kind: .notAFile) }

  /// Returns the doc values of this snapshot.
  func docValues() throws -> DocValues { try values(version: db.version()) }

  /// Returns a query evaluator for this snapshot.
  func evaluator() throws -> QueryEvaluator {
    let version = try db.version()
    let values = try values(version: version)
    return QueryEvaluator(
      postings: try db.postings(attributes: values.attributes, version: version),
      attributes: values.attributes, columns: values)
  }

  /// Returns the ids of the paragraphs that match a query.
  func paragraphs(of query: Query) throws -> [UInt32] {
    var evaluator = try evaluator()
    return try (evaluator.counts(of: query) ?? evaluator.matches(of: query)).keys
  }

  /// Calls a closure that reads the index. Errors of the storage and of the stored data are thrown
  /// as ``IndexError``s, and other errors unchanged.
  func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch { throw db.indexError(of: error) }
  }

  private func values(version: String) throws -> DocValues {
    let (attributes, stored) = try cache.attributes(in: db, version: version)
    return DocValues(attributes: attributes, stored: stored, db: db)
  }

  private func evaluation(
    of query: Query, limit: Int, order: HitOrder, facets: Set<Facet> = [],
    copies: CopyHandling = .ignored, rejecting rejected: RejectedHits = RejectedHits()
  ) throws -> Evaluation {
    var evaluator = try evaluator()
    return try Evaluation(
      of: query, by: &evaluator, limit: limit, order: order, facets: facets, copies: copies,
      rejecting: rejected)
  }

  private func hit(
    _ ranked: RankedParagraph, rank: Int, _ query: Query, _ evaluation: Evaluation,
    _ copies: CopyGroups, _ reader: inout IndexedTextReader
  ) throws -> Hit {
    let (paragraph, reportID) = try reader.paragraph(Int(ranked.id))
    let report = try reader.report(reportID)
    // Postings and texts are stored separately. A difference between them means that one is
    // corrupted.
    guard
      let matches = Match.matches(
        evaluation.matches(inParagraph: ranked.id), of: query.positiveTerms, in: paragraph,
        ofReport: report.year),
      matches.count == evaluation.matchCount(inParagraph: ranked.id)
    else { throw DamagedStorage("the lists and the text of paragraph \(ranked.id) differ") }
    return Hit(
      rank: rank, score: ranked.score, paragraph: paragraph, report: report, matches: matches,
      copies: try reader.membership(of: ranked.id, in: copies))
  }
}
