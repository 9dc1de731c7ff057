public import Corpus
import Foundation
import TextAnalysis

/// An index that is open for searching.
///
/// ```swift
/// let index = try ReportIndex(path: "index/reports.sqlite")
/// let result = try index.search(QueryParser().parse("控辍保学"), limit: 20)
/// ```
///
/// Each call sees one committed state of the index, whatever a writer does meanwhile.
public final class ReportIndex: Sendable {
  let storage: any IndexStorage
  private let cache = AttributesCache()
  let fields = AnswerFieldsCache()

  /// Opens an index.
  ///
  /// - Parameter postings: Where the lists are read: the results are the same.
  /// - Throws: An ``IndexError`` if there is none, or not one that this program can search.
  public convenience init(path: String, postings: PostingsAccess = .pages) throws {
    self.init(storage: try SQLiteStorage(path: path, postings: postings))
  }

  /// Searches what a storage keeps.
  package init(storage: any IndexStorage) { self.storage = storage }

  /// Returns hits of a query, the numbers of all, and counts by facets.
  ///
  /// ```swift
  /// let result = try index.search(query, limit: 20, options: SearchOptions(facets: [.mentionYear]))
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
    try reading { db in
      let needed = options.offset.addingReportingOverflow(limit)
      let evaluation = try evaluation(
        of: query, limit: needed.overflow ? Int.max : needed.partialValue, order: options.order,
        facets: options.facets, copies: options.foldsCopies ? .folded : .counted, in: db)
      let copies = try copyGroups(in: db)
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

  /// Returns the best hits of a query behind some better ones, and the numbers of all.
  ///
  /// - Throws: An ``IndexError``.
  public func search(_ query: Query, limit: Int, offset: Int) throws -> SearchResult {
    try search(query, limit: limit, options: SearchOptions(offset: offset))
  }

  /// Returns the first paragraphs of a query by their ids, without their texts, and the numbers of all.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the query's terms.
  public func ranking(
    of query: Query, limit: Int, order: HitOrder = .rank
  ) throws -> (totals: SearchResult.Totals, best: [RankedParagraph]) {
    try reading { db in
      let evaluation = try evaluation(of: query, limit: limit, order: order, in: db)
      return (evaluation.totals, evaluation.hits)
    }
  }

  /// Returns all paragraphs that contain a literal, unranked, with the number of matches in each.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs.
  public func postings(of literal: Literal) throws -> Postings {
    try reading { db in
      var evaluator = try evaluator(in: db)
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
    try reading { db in
      let evaluation = try evaluation(
        of: query, limit: limit ?? Int.max, order: order,
        copies: foldsCopies ? .folded : .ignored, rejecting: rejected, in: db)
      let totals = evaluation.totalsWithoutCopies ?? evaluation.totals
      try begin(totals)
      let copies = try copyGroups(in: db)
      var reader = IndexedTextReader(db, paragraphs: evaluation.hits.map(\.id))
      for (place, ranked) in evaluation.hits.enumerated() {
        try body(hit(ranked, rank: place + 1, query, evaluation, copies, &reader))
      }
      return totals
    }
  }

  /// Returns the reports, in the order in which they were indexed.
  ///
  /// - Throws: An ``IndexError``.
  public func reports() throws -> [IndexedReport] {
    try reading { db in
      var reader = IndexedTextReader(db)
      let ids: [Int] = try db.fetchAll("SELECT id FROM report ORDER BY id") {
        try StoredRow($0, of: "report")[0]
      }
      return try ids.map { try reader.report($0) }
    }
  }

  /// Returns the report with an identifier, or with the only one that begins like that.
  ///
  /// - Throws: An ``IndexError`` if there is none, or more than one.
  public func report(identifiedBy identifier: String) throws -> IndexedReport {
    // No identifier has U+0000, which a server refuses to look for.
    guard !identifier.utf8.contains(0) else {
      throw IndexError(path: storage.path, kind: .unknownReport(identifier))
    }
    return try reading { db in
      let ids: [Int] = try db.fetchAll(
        "SELECT id FROM report WHERE substr(identifier, 1, ?) = ? ORDER BY identifier LIMIT 2",
        [.integer(identifier.count), .text(identifier)]
      ) { try StoredRow($0, of: "report")[0] }
      guard let id = ids.first, !identifier.isEmpty else {
        throw IndexError(path: storage.path, kind: .unknownReport(identifier))
      }
      guard ids.count == 1 else {
        throw IndexError(path: storage.path, kind: .ambiguousReport(identifier))
      }
      var reader = IndexedTextReader(db)
      return try reader.report(id)
    }
  }

  /// Returns the reports of the same source as a report, itself among them, in their order.
  ///
  /// - Throws: An ``IndexError``.
  public func reports(besides report: IndexedReport) throws -> [IndexedReport] {
    try reading { db in
      var reader = IndexedTextReader(db)
      let ids: [Int] = try db.fetchAll(
        "SELECT id FROM report WHERE source = ? ORDER BY part", [.integer(report.source)]
      ) { try StoredRow($0, of: "report")[0] }
      return try ids.map { try reader.report($0) }
    }
  }

  /// Returns the paragraphs of a report, in their order.
  ///
  /// - Throws: An ``IndexError``.
  public func paragraphs(of report: IndexedReport) throws -> [IndexedParagraph] {
    try reading { db in
      var reader = IndexedTextReader(db)
      let report = try current(report, by: &reader)
      let ids = report.firstParagraph..<report.firstParagraph + report.paragraphCount
      reader.expect(paragraphs: ids.map { UInt32(clamping: $0) })
      return try ids.map { try reader.paragraph($0).paragraph }
    }
  }

  /// Returns the lines of a report's source that belong to the page and not to a report.
  ///
  /// - Throws: An ``IndexError``.
  public func removedLines(besides report: IndexedReport) throws -> [RemovedLine] {
    try reading { try RemovedLine.stored(ofSource: report.source, in: $0) }
  }

  /// Returns how much the index holds.
  ///
  /// - Throws: An ``IndexError``.
  public func contents() throws -> IndexContents {
    try reading { try IndexContents(reading: $0) }
  }

  /// A report as this read sees it, if it was not taken out since it was told of.
  func current(
    _ report: IndexedReport, by reader: inout IndexedTextReader
  ) throws -> IndexedReport {
    guard let current = try reader.report(identifiedBy: report.identifier) else {
      throw IndexError(path: storage.path, kind: .unknownReport(report.identifier))
    }
    return current
  }

  func unknownParagraph(_ identifier: String) -> IndexError {
    IndexError(path: storage.path, kind: .unknownParagraph(identifier))
  }

  /// What queries are evaluated with, in the state that a read sees.
  func state(
    in db: any IndexSnapshot
  ) throws -> (
    attributes: ParagraphAttributes, columns: StoredAttributes, postings: any PostingsSource
  ) {
    let (attributes, columns, version) = try attributes(in: db)
    return (attributes, columns, try db.postings(attributes: attributes, version: version))
  }

  /// The attributes of paragraphs in the state that a read sees, and the version of that state.
  func attributes(
    in db: any IndexSnapshot
  ) throws -> (attributes: ParagraphAttributes, columns: StoredAttributes, version: String) {
    let version = try db.version()
    let (attributes, columns) = try cache.attributes(in: db, version: version)
    return (attributes, columns, version)
  }

  /// The paragraphs that a query finds.
  func paragraphs(of query: Query, in db: any IndexSnapshot) throws -> [UInt32] {
    var evaluator = try evaluator(in: db)
    return try (evaluator.counts(of: query) ?? evaluator.matches(of: query)).keys
  }

  func copyGroups(in db: any IndexSnapshot) throws -> CopyGroups {
    let (attributes, columns, _) = try attributes(in: db)
    return try columns.source(db).copies(of: attributes)
  }

  func evaluator(in db: any IndexSnapshot) throws -> QueryEvaluator {
    let (attributes, columns, postings) = try state(in: db)
    return QueryEvaluator(
      postings: postings, attributes: attributes, columns: columns.source(db))
  }

  private func evaluation(
    of query: Query, limit: Int, order: HitOrder, facets: Set<Facet> = [],
    copies: CopyHandling = .ignored, rejecting rejected: RejectedHits = RejectedHits(),
    in db: any IndexSnapshot
  ) throws -> Evaluation {
    var evaluator = try evaluator(in: db)
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
