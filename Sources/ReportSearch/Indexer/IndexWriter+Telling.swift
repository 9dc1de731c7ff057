public import Corpus
import Foundation

extension IndexWriter {
  /// Stores metadata overrides for the reports of files. They are applied whenever the files are
  /// read.
  ///
  /// - Returns: The paths whose reports must be attributed again.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  func tell(_ facts: [ToldFact]) throws -> Set<String> {
    // Avoids taking the write lock for an empty list.
    if facts.isEmpty { return [] }
    return try inTransaction { db, _ in
      var changed: Set<String> = []
      for fact in facts where try fact.note(in: db) { changed.insert(fact.path) }
      // Overrides that an interrupted run stored but did not apply.
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

  /// Corrects metadata of a report manually. Earlier corrections of other values are kept.
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

  /// Stores manual corrections and attributes the affected reports again. A correction applies to
  /// the path and to equal content under any path. An empty correction removes the one that is
  /// stored.
  ///
  /// - Returns: The paths for which the index contains neither the path nor the content. Their
  ///   corrections are applied when they are added.
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
        // The overrides were already applied.
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
