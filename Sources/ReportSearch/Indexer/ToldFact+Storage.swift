import Corpus
import Foundation
import GRDB

extension ToldFact {
  /// Stores what was told beside a text, and returns whether it was another before.
  func note(in db: Database) throws -> Bool {
    let key: StatementArguments = [path, part ?? 0]
    let text = try StoredJSON.text(of: metadata)
    let before = try String.fetchOne(
      db, sql: "SELECT told FROM metadata WHERE path = ? AND part = ?", arguments: key)
    guard before != text else { return false }
    try db.execute(
      sql: "INSERT OR REPLACE INTO metadata(path, part, told) VALUES (?, ?, ?)",
      arguments: key + [text])
    return true
  }

  /// Stores what was set right by hand, or forgets it if nothing is.
  func noteCorrection(in db: Database) throws {
    let key: StatementArguments = [path, part ?? 0]
    try db.execute(sql: "DELETE FROM correction WHERE path = ? AND part = ?", arguments: key)
    guard metadata != ReportMetadata() else { return }
    try db.execute(
      sql: "INSERT INTO correction(path, part, sha256, told) VALUES (?, ?, ?, ?)",
      arguments: key + [digest.map { Data($0.bytes) }, try StoredJSON.text(of: metadata)])
  }

  /// Returns what was set right by hand in the whole index.
  static func corrections(in tables: any TableReader) throws -> [ToldFact] {
    try tables.fetchAll("SELECT path, part, sha256, told FROM correction ORDER BY path, part") {
      try ToldFact(StoredRow($0, of: "correction"))
    }
  }

  /// Takes a fact from a row of path, part, digest and what was told.
  init(_ row: StoredRow) throws {
    let part: Int = try row[1]
    self.init(
      path: try row[0], part: part == 0 ? nil : part,
      digest: try (row[2] as Data?).map { Digest(bytes: Array($0)) },
      metadata: try StoredJSON.value(of: row[3]))
  }
}
