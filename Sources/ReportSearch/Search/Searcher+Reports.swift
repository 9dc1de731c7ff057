public import Corpus
import Foundation
import TextAnalysis

extension Searcher {
  /// Returns the reports, in the order in which they were indexed.
  ///
  /// - Throws: An ``IndexError``.
  public func reports() throws -> [IndexedReport] {
    try translatingErrors {
      var reader = IndexedTextReader(db)
      let ids: [Int] = try db.fetchAll("SELECT id FROM report ORDER BY id") {
        try StoredRow($0, of: "report")[0]
      }
      return try ids.map { try reader.report($0) }
    }
  }

  /// Returns the report with an identifier or with a unique prefix of it.
  ///
  /// - Throws: An ``IndexError`` if there is no such report, or more than one.
  public func report(identifiedBy identifier: String) throws -> IndexedReport {
    // No identifier contains U+0000, which a server rejects in arguments.
    guard !identifier.utf8.contains(0) else {
      throw IndexError(path: path, kind: .unknownReport(identifier))
    }
    return try translatingErrors {
      let ids: [Int] = try db.fetchAll(
        "SELECT id FROM report WHERE substr(identifier, 1, ?) = ? ORDER BY identifier LIMIT 2",
        [.integer(identifier.count), .text(identifier)]
      ) { try StoredRow($0, of: "report")[0] }
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

  /// Returns the reports of the source that contains a report, including the report itself, in
  /// order.
  ///
  /// - Throws: An ``IndexError``.
  public func reports(besides report: IndexedReport) throws -> [IndexedReport] {
    try translatingErrors {
      var reader = IndexedTextReader(db)
      let ids: [Int] = try db.fetchAll(
        "SELECT id FROM report WHERE source = ? ORDER BY part", [.integer(report.source)]
      ) { try StoredRow($0, of: "report")[0] }
      return try ids.map { try reader.report($0) }
    }
  }

  /// Returns the paragraphs of a report, in order.
  ///
  /// - Throws: An ``IndexError``.
  public func paragraphs(of report: IndexedReport) throws -> [IndexedParagraph] {
    try translatingErrors {
      var reader = IndexedTextReader(db)
      let report = try current(report, by: &reader)
      let ids = report.firstParagraph..<report.firstParagraph + report.paragraphCount
      reader.expect(paragraphs: ids.map { UInt32(clamping: $0) })
      return try ids.map { try reader.paragraph($0).paragraph }
    }
  }

  /// Returns the boilerplate lines of a report's source.
  ///
  /// - Throws: An ``IndexError``.
  public func removedLines(besides report: IndexedReport) throws -> [RemovedLine] {
    try translatingErrors { try RemovedLine.stored(ofSource: report.source, in: db) }
  }

  /// Returns the size of the index.
  ///
  /// - Throws: An ``IndexError``.
  public func contents() throws -> IndexContents {
    try translatingErrors { try IndexContents(reading: db) }
  }

  /// Returns a page of the reports, in the order in which they were indexed, and their total
  /// number.
  ///
  /// - Parameters:
  ///   - onlyConflicts: True to count and return only reports whose text contradicts the year
  ///     of their title.
  ///   - onlyIncomplete: True to count and return only reports of whose source text may be missing.
  /// - Throws: An ``IndexError``.
  public func reports(
    onlyConflicts: Bool = false, onlyIncomplete: Bool = false, limit: Int, offset: Int
  ) throws -> (total: Int, reports: [IndexedReport]) {
    try translatingErrors {
      var conditions = ["1 = 1"]
      if onlyConflicts { conditions.append("conflict_year IS NOT NULL") }
      if onlyIncomplete {
        conditions.append("source IN (SELECT id FROM source WHERE incomplete IS NOT NULL)")
      }
      let condition = "WHERE " + conditions.joined(separator: " AND ")
      let total = try db.integer("SELECT count(*) FROM report \(condition)") ?? 0
      let ids: [Int] = try db.fetchAll(
        "SELECT id FROM report \(condition) ORDER BY id LIMIT ? OFFSET ?",
        [.integer(limit), .integer(offset)]
      ) { try StoredRow($0, of: "report")[0] }
      var reader = IndexedTextReader(db)
      return (total, try ids.map { try reader.report($0) })
    }
  }

  /// Returns the number of reports of whose source text may be missing.
  ///
  /// - Throws: An ``IndexError``.
  public func incompleteReportCount() throws -> Int {
    try translatingErrors {
      try db.integer(
        """
        SELECT count(*) FROM report JOIN source ON source.id = source WHERE incomplete IS NOT NULL
        """) ?? 0
    }
  }

  /// Returns a name of the index at this location. It changes when another index is put in its
  /// place.
  ///
  /// - Throws: An ``IndexError``.
  public func identity() throws -> String { try translatingErrors { try db.identity() } }

  /// Returns a unique name of the state of the index. It differs from later states of a restored
  /// older copy, even after the same number of commits.
  ///
  /// - Throws: An ``IndexError``.
  public func stateIdentifier() throws -> String {
    try translatingErrors {
      let generation = try Schema.number(.generation, in: db) ?? 0
      let state = try Schema.number(.state, in: db) ?? 0
      return "\(generation)-\(String(state, radix: 36))-\(try db.identity())"
    }
  }

  /// Returns the number of the last commit. Every change increases it, including corrections.
  ///
  /// - Throws: An ``IndexError``.
  public func generation() throws -> Int {
    try translatingErrors { try Schema.number(.generation, in: db) ?? 0 }
  }
}
