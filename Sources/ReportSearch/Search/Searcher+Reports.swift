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

  /// Returns the report with an identifier, or with the only one that begins like that.
  ///
  /// - Throws: An ``IndexError`` if there is none, or more than one.
  public func report(identifiedBy identifier: String) throws -> IndexedReport {
    // No identifier has U+0000, which a server refuses to look for.
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

  /// Returns the reports of the same source as a report, itself among them, in their order.
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

  /// Returns the paragraphs of a report, in their order.
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

  /// Returns the lines of a report's source that belong to the page and not to a report.
  ///
  /// - Throws: An ``IndexError``.
  public func removedLines(besides report: IndexedReport) throws -> [RemovedLine] {
    try translatingErrors { try RemovedLine.stored(ofSource: report.source, in: db) }
  }

  /// Returns how much the index holds.
  ///
  /// - Throws: An ``IndexError``.
  public func contents() throws -> IndexContents {
    try translatingErrors { try IndexContents(reading: db) }
  }

  /// Returns some of the reports, in the order in which they were indexed, and the number of all.
  ///
  /// - Parameters:
  ///   - onlyConflicts: True to count and return only those whose text speaks against the year of their
  ///     title.
  ///   - onlyIncomplete: True to count and return only those of whose source text may be missing.
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

  /// Returns a name for what stands in this place: another one when another index was put there.
  ///
  /// - Throws: An ``IndexError``.
  public func identity() throws -> String { try translatingErrors { try db.identity() } }

  /// Returns a name for the state of the index that no other state has, even after an older copy was put in
  /// its place and changed as often.
  ///
  /// - Throws: An ``IndexError``.
  public func stateIdentifier() throws -> String {
    try translatingErrors {
      let generation = try Schema.number(.generation, in: db) ?? 0
      let state = try Schema.number(.state, in: db) ?? 0
      return "\(generation)-\(String(state, radix: 36))-\(try db.identity())"
    }
  }

  /// Returns the number of the last commit: another one after every change, corrections among them.
  ///
  /// - Throws: An ``IndexError``.
  public func generation() throws -> Int {
    try translatingErrors { try Schema.number(.generation, in: db) ?? 0 }
  }
}
