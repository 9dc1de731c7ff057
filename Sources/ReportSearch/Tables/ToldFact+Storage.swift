import Corpus
import Foundation

extension ToldFact {
  /// Stores what was told beside a text, and returns whether it was another before.
  func note(in db: any TableWriter) throws -> Bool {
    let text = try StoredJSON.text(of: metadata)
    let before = try db.fetchOne(
      "SELECT told FROM metadata WHERE path = ? AND part = ?", key
    ) { try StoredRow($0, of: "metadata")[0] as String }
    guard before != text else { return false }
    try db.execute("DELETE FROM metadata WHERE path = ? AND part = ?", key)
    try db.execute(
      "INSERT INTO metadata(path, part, told) VALUES (?, ?, ?)", key + [.text(text)])
    return true
  }

  /// Stores what was set right by hand, or forgets it if nothing is.
  func noteCorrection(in db: any TableWriter) throws {
    try db.execute("DELETE FROM correction WHERE path = ? AND part = ?", key)
    guard metadata != ReportMetadata() else { return }
    try db.execute(
      "INSERT INTO correction(path, part, sha256, told) VALUES (?, ?, ?, ?)",
      key + [
        digest.map { .bytes(Data($0.bytes)) } ?? .null, .text(try StoredJSON.text(of: metadata)),
      ])
  }

  /// By what it is known: all parts are 0.
  private var key: [StoredArgument] { [.text(path), .integer(part ?? 0)] }

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
