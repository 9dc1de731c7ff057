public import Corpus
import Foundation
import GRDB
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
  private let path: String
  private let queue: DatabaseQueue
  private let cache = AttributesCache()

  /// Opens an index.
  ///
  /// - Throws: An ``IndexError`` if there is none, or not one that this program can search.
  public init(path: String) throws {
    self.path = path
    queue = try IndexConnection.open(readingAt: path)
  }

  /// Returns the best hits of a query, and the numbers of all.
  ///
  /// - Parameters:
  ///   - query: What to find.
  ///   - limit: The number of hits to return.
  ///   - offset: The number of better hits to leave out.
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the query's literals.
  public func search(_ query: Query, limit: Int, offset: Int = 0) throws -> SearchResult {
    try reading { db in
      let needed = offset.addingReportingOverflow(limit)
      let evaluation = try evaluate(
        query, limit: needed.overflow ? Int.max : needed.partialValue, in: db)
      var reader = IndexedTextReader(db)
      let hits = try evaluation.best.dropFirst(offset).enumerated().map { place, paragraph in
        try hit(paragraph, rank: offset + place + 1, query, &reader)
      }
      return SearchResult(query: query, totals: SearchResult.Totals(evaluation.counts), hits: hits)
    }
  }

  /// Returns the best paragraphs of a query by their ids, without their texts, and the numbers of all.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the query's literals.
  public func ranking(
    of query: Query, limit: Int
  ) throws -> (totals: SearchResult.Totals, best: [RankedParagraph]) {
    try reading { db in
      let evaluation = try evaluate(query, limit: limit, in: db)
      return (SearchResult.Totals(evaluation.counts), evaluation.best)
    }
  }

  /// Returns all paragraphs that contain a literal, unranked, with the number of matches in each.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the paragraphs.
  public func postings(of literal: Literal) throws -> Postings {
    try reading { try FTS5Postings($0).postings(of: literal) }
  }

  /// Calls a closure with each hit of a query, best first.
  ///
  /// - Parameters:
  ///   - query: What to find.
  ///   - limit: The number of hits to give at most; `nil` for all.
  ///   - body: Takes one hit; memory holds the ids of all hits, and the text of one.
  /// - Returns: The numbers of all that was found.
  /// - Throws: An ``IndexError``, or what `body` throws.
  public func forEachHit(
    of query: Query, limit: Int? = nil, _ body: (Hit) throws -> Void
  ) throws -> SearchResult.Totals {
    try reading { db in
      let evaluation = try evaluate(query, limit: limit ?? Int.max, in: db)
      var reader = IndexedTextReader(db)
      for (place, paragraph) in evaluation.best.enumerated() {
        try body(hit(paragraph, rank: place + 1, query, &reader))
      }
      return SearchResult.Totals(evaluation.counts)
    }
  }

  /// Returns the reports, in the order in which they were indexed.
  ///
  /// - Throws: An ``IndexError``.
  public func reports() throws -> [IndexedReport] {
    try reading { db in
      var reader = IndexedTextReader(db)
      let ids = try Int.fetchAll(db, sql: "SELECT id FROM report ORDER BY id")
      return try ids.map { try reader.report($0) }
    }
  }

  /// Returns the report with an identifier, or with the only one that begins like that.
  ///
  /// - Throws: An ``IndexError`` if there is none, or more than one.
  public func report(identifiedBy identifier: String) throws -> IndexedReport {
    try reading { db in
      let ids = try Int.fetchAll(
        db,
        sql: "SELECT id FROM report WHERE substr(identifier, 1, ?) = ? ORDER BY identifier LIMIT 2",
        arguments: [identifier.count, identifier])
      guard let id = ids.first, !identifier.isEmpty else {
        throw IndexError(path: path, kind: .unknownReport(identifier))
      }
      guard ids.count == 1 else {
        throw IndexError(path: path, kind: .ambiguousReport(identifier))
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
      let ids = try Int.fetchAll(
        db, sql: "SELECT id FROM report WHERE source = ? ORDER BY part", arguments: [report.source])
      return try ids.map { try reader.report($0) }
    }
  }

  /// Returns the paragraphs of a report, in their order.
  ///
  /// - Throws: An ``IndexError``.
  public func paragraphs(of report: IndexedReport) throws -> [IndexedParagraph] {
    try reading { db in
      var reader = IndexedTextReader(db)
      return try (0..<report.paragraphCount).map {
        try reader.paragraph(report.firstParagraph + $0).paragraph
      }
    }
  }

  /// Returns the lines of a report's source that belong to the page and not to a report.
  ///
  /// - Throws: An ``IndexError``.
  public func removedLines(besides report: IndexedReport) throws -> [RemovedLine] {
    try reading { try RemovedLine.stored(ofSource: report.source, in: $0) }
  }

  /// Returns what was set right by hand, by path and part.
  ///
  /// - Throws: An ``IndexError``.
  public func corrections() throws -> [ToldFact] { try reading(ToldFact.corrections) }

  /// Returns a name for what the index holds: the same for the same sources, folding and extraction,
  /// on any machine.
  ///
  /// - Throws: An ``IndexError``.
  public func fingerprint() throws -> String {
    try reading { db in
      var parts = Array("\(FoldingVersion.current)/\(SourceReader.extractionVersion)".utf8)
      let digests = try Row.fetchCursor(db, sql: "SELECT sha256 FROM source ORDER BY sha256")
      while let row = try digests.next() { parts += row[0] as Data }
      return parts.withUnsafeBytes { Digest(of: $0) }.hexadecimal
    }
  }

  /// Returns how much the index holds.
  ///
  /// - Throws: An ``IndexError``.
  public func contents() throws -> IndexContents {
    try reading { try IndexContents(reading: $0) }
  }

  private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try IndexConnection.translatingErrors(path) { try queue.read(body) }
  }

  private func evaluate(_ query: Query, limit: Int, in db: Database) throws -> Evaluation {
    let attributes = try cache.attributes(in: db)
    guard !query.filters.isEmpty else {
      return try Evaluation(
        of: query, postings: FTS5Postings(db), attributes: attributes, limit: limit)
    }
    var matches = FilteredMatches(of: query, in: db)
    return try Evaluation(
      of: query, postings: FTS5Postings(db), attributes: attributes, limit: limit
    ) { try matches.counts(inParagraph: $0) }
  }

  private func hit(
    _ ranked: RankedParagraph, rank: Int, _ query: Query, _ reader: inout IndexedTextReader
  ) throws -> Hit {
    let (paragraph, reportID) = try reader.paragraph(Int(ranked.id))
    let report = try reader.report(reportID)
    return Hit(
      rank: rank, score: ranked.score, paragraph: paragraph, report: report,
      matches: Match.matches(
        of: query.literals, in: paragraph, ofReport: report.year, passing: query.yearFilters))
  }
}

extension SearchResult.Totals {
  init(_ counts: Evaluation.Counts) {
    self.init(
      paragraphs: counts.paragraphs, matches: counts.matches, looseMatches: counts.looseMatches,
      reports: counts.reports)
  }
}
