public import Corpus
import Foundation

/// What the data of an index come from.
extension Searcher {
  /// A manual correction, and the reports that it belongs to.
  public struct CorrectedReports: Hashable, Sendable {
    /// The correction.
    public let correction: ToldFact
    /// The identifiers of the reports that have its path or content, in their order; none if the index
    /// has no such report yet.
    public let reports: [String]
  }

  /// Returns all manual corrections, ordered by path and part.
  ///
  /// - Throws: An ``IndexError``.
  public func corrections() throws -> [ToldFact] {
    try translatingErrors { try ToldFact.corrections(in: db) }
  }

  /// Returns all manual corrections with the reports that they belong to, ordered by path and part.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: A statement for each correction.
  public func correctedReports() throws -> [CorrectedReports] {
    try translatingErrors {
      try ToldFact.corrections(in: db).map { fact in
        let part = fact.part
        let identifiers: [String] = try db.fetchAll(
          """
          SELECT identifier FROM report JOIN source ON source.id = report.source
          WHERE (source.id IN (SELECT source FROM source_file WHERE path = ?) OR sha256 = ?)
            AND \(part == nil ? "1 = 1" : "part = ?")
          ORDER BY sha256, part
          """,
          [.text(fact.path), fact.digest.map { .bytes(Data($0.bytes)) } ?? .null]
            + (part.map { [.integer($0)] } ?? [])
        ) { try StoredRow($0, of: "report")[0] }
        return CorrectedReports(correction: fact, reports: identifiers)
      }
    }
  }

  /// Returns the number of files and parts with supplied metadata (`index --metadata`).
  ///
  /// - Throws: An ``IndexError``.
  public func metadataCount() throws -> Int {
    try translatingErrors { try db.integer("SELECT count(*) FROM metadata") ?? 0 }
  }

  /// Returns a digest of the sources and of all that is attributed to their reports: equal for equal data
  /// on any machine and in any order of indexing, and another one after a correction or supplied metadata
  /// changed a report.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the reports and the number of paragraph ids.
  public func fingerprint() throws -> String {
    try translatingErrors {
      try IndexFingerprint(of: db, attributes: docValues().attributes).hexadecimal
    }
  }
}
