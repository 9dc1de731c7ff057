public import Corpus
import Foundation

extension IndexWriter {
  /// Notes what somebody knows about the reports of files. It goes with them whenever they are read.
  ///
  /// - Returns: The paths of which something is known that their reports do not go by yet.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  func tell(_ facts: [ToldFact]) throws -> Set<String> {
    // Whoever has nothing to write keeps nobody waiting.
    if facts.isEmpty { return [] }
    return try inTransaction { db, _ in
      var changed: Set<String> = []
      for fact in facts where try fact.note(in: db) { changed.insert(fact.path) }
      // What was noted before somebody stopped, and never reached the reports.
      for path in Set(facts.map(\.path)).subtracting(changed) {
        let rows = try db.fetchRows(
          "SELECT source.id, sha256, told FROM source JOIN source_file ON source = source.id WHERE path = ?",
          [.text(path)])
        for row in rows {
          let stored = StoredRow(row, of: "source")
          let digest = Digest(bytes: Array(try stored[1] as Data))
          let told = try ToldMetadata(stored[2], ofSource: stored[0], digest: digest, in: db)
          if told == nil { changed.insert(path) }
        }
      }
      return changed
    }
  }

  /// Sets facts of one report right by hand, beside those that were set before.
  ///
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func correct(
    _ report: IndexedReport, with change: (inout ReportMetadata) -> Void
  ) throws {
    let facts = try inTransaction { db, _ in
      let digest = try db.fetchOne(
        "SELECT sha256 FROM report JOIN source ON source.id = source WHERE identifier = ?",
        [.text(report.identifier)]
      ) { try StoredRow($0, of: "source")[0] as Data }
      let known = try ToldFact.corrections(in: db)
      return report.sourcePaths.map { path in
        var metadata =
          known.first { $0.path == path && $0.part == report.part }?.metadata ?? ReportMetadata()
        change(&metadata)
        return ToldFact(
          path: path, part: report.part, digest: digest.map { Digest(bytes: Array($0)) },
          metadata: metadata)
      }
    }
    _ = try correct(facts)
  }

  /// Sets facts right by hand, and attributes the reports that they are about anew. They go with the path,
  /// and with the content wherever it is; a fact that tells nothing takes back what was set there.
  ///
  /// - Returns: The paths that the index does not hold, and whose content it does not hold either; what
  ///   was set goes with them when they are added.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func correct(_ facts: [ToldFact]) throws -> [String] {
    try inTransaction { db, pending in
      for fact in facts { try fact.noteCorrection(in: db) }
      var unknown: [String] = []
      var changed: [Int: String] = [:]
      for fact in facts {
        let sources = try db.fetchRows(
          """
          SELECT source.id, path FROM source JOIN source_file ON source = source.id
          WHERE path = ? OR sha256 = ? ORDER BY path DESC
          """, [.text(fact.path), fact.digest.map { .bytes(Data($0.bytes)) } ?? .null])
        if sources.isEmpty { unknown.append(fact.path) }
        for row in sources {
          let stored = StoredRow(row, of: "source_file")
          changed[try stored[0]] = try stored[1]
        }
      }
      for (id, path) in changed.sorted(by: { $0.key < $1.key }) {
        let source = try Source(storedUnder: id, in: db)
        let told = try ToldMetadata(ofPath: path, digest: source.digest, in: db)
        // What is known already changes nothing.
        let known = try db.fetchOne("SELECT told FROM source WHERE id = ?", [.integer(id)]) {
          try StoredRow($0, of: "source")[0] as String
        }
        if known == told.text { continue }
        _ = try pending.insert(
          source.attributed(by: told.metadata, corrections: told.corrections), told: told.text,
          replacing: id, in: db)
      }
      return unknown
    }
  }
}
