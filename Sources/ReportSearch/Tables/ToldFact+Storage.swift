import Corpus
import Foundation

extension ToldFact {
  /// Stores supplied metadata, and returns true if they differ from the stored ones.
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

  /// Stores a manual correction, or deletes it if it is empty.
  func noteCorrection(in db: any TableWriter) throws {
    try db.execute("DELETE FROM correction WHERE path = ? AND part = ?", key)
    guard metadata != ReportMetadata() else { return }
    try db.execute(
      "INSERT INTO correction(path, part, sha256, told) VALUES (?, ?, ?, ?)",
      key + [
        digest.map { .bytes(Data($0.bytes)) } ?? .null, .text(try StoredJSON.text(of: metadata)),
      ])
  }

  /// The path and the part, with part 0 for an override of all parts.
  private var key: [StoredArgument] { [.text(path), .integer(part ?? 0)] }

  /// Returns all manual corrections, ordered by path and part.
  static func corrections(in tables: any TableReader) throws -> [ToldFact] {
    try tables.fetchAll("SELECT path, part, sha256, told FROM correction ORDER BY path, part") {
      try ToldFact(StoredRow($0, of: "correction"))
    }
  }

  /// Reads an override from a row with the columns path, part, digest and JSON.
  init(_ row: StoredRow) throws {
    let part: Int = try row[1]
    self.init(
      path: try row[0], part: part == 0 ? nil : part,
      digest: try (row[2] as Data?).map { Digest(bytes: Array($0)) },
      metadata: try StoredJSON.value(of: row[3]))
  }
}
