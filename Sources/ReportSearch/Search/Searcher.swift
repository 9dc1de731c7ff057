import Corpus
import TextAnalysis

/// Answers queries in one committed state of an index, whatever a writer does meanwhile.
///
/// ```swift
/// let (contents, result) = try index.read { searcher in
///   (try searcher.contents(), try searcher.search(query, limit: 20))
/// }
/// ```
///
/// ``ReportIndex/read(deadline:_:)`` makes a searcher. It is valid in the closure that it is given to, and on
/// that closure's thread.
public struct Searcher {
  /// The state that is read.
  let db: any IndexSnapshot
  let path: String
  private let cache: AttributesCache

  init(_ db: any IndexSnapshot, path: String, cache: AttributesCache) {
    self.db = db
    self.path = path
    self.cache = cache
  }

  /// Returns hits of a query, the numbers of all, and counts by facets.
  ///
  /// ```swift
  /// let result = try searcher.search(query, limit: 20, options: SearchOptions(facets: [.mentionYear]))
  /// ```
  ///
  /// - Parameters:
  ///   - query: What to find.
  ///   - limit: The number of hits to return.
  ///   - options: The order of the hits, how many to leave out, and what to count.
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the query's terms; the texts of the hits are read, and those of
  ///   the paragraphs of which only the text can tell whether they match (`~`, `original:`, `…`).
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

  /// Returns the first paragraphs of a query by their ids, without their texts, and the numbers of all.
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
  ///   - query: What to find.
  ///   - limit: The number of hits to give at most; `nil` for all.
  ///   - order: The order of the hits.
  ///   - foldsCopies: Whether each group of copies is given and counted once: where it appeared first
  ///     among what was found.
  ///   - rejected: Matches to leave out, and the hits that have no others.
  ///   - begin: Takes the numbers of all that was found, before the first hit.
  ///   - body: Takes one hit; memory holds the matches of all hits, and the text of one.
  /// - Returns: The numbers of all that was found.
  /// - Throws: An ``IndexError``, or what `begin` or `body` throws.
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

  /// A report as this read sees it, if it was not taken out since it was told of.
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

  /// The error of what can be done with a file only.
  var notAFile: IndexError { IndexError(path: path, kind: .notAFile) }

  /// The attributes of paragraphs and reports.
  func docValues() throws -> DocValues { try values(version: db.version()) }

  /// What evaluates queries.
  func evaluator() throws -> QueryEvaluator {
    let version = try db.version()
    let values = try values(version: version)
    return QueryEvaluator(
      postings: try db.postings(attributes: values.attributes, version: version),
      attributes: values.attributes, columns: values)
  }

  /// The paragraphs that a query finds.
  func paragraphs(of query: Query) throws -> [UInt32] {
    var evaluator = try evaluator()
    return try (evaluator.counts(of: query) ?? evaluator.matches(of: query)).keys
  }

  /// Calls a closure that reads the index. What the storage or the stored data are at fault for is thrown as an
  /// ``IndexError``, and any other error as it is.
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
    // Lists and texts are stored apart: damage to one of them is told.
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
