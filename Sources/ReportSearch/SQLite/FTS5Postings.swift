import CSQLite
import FTS5Tokenizer
import Foundation
import GRDB
import TextAnalysis

/// Postings from FTS5's C interface: one pass of `xQueryPhrase` over the phrase of a literal.
///
/// This avoids an SQL row per hit.
struct FTS5Postings: PostingsSource {
  private let db: Database
  private let connection: OpaquePointer

  /// Reads postings from a connection. Valid during one read of it.
  init(_ db: Database) {
    self.db = db
    connection = db.sqliteConnection!
  }

  /// Registers the auxiliary function that collects postings.
  static func register(on connection: OpaquePointer) throws(SQLiteFailure) {
    let api = try fts5API(of: connection)
    let code = api.pointee.xCreateFunction(api, "duansou_postings", nil, collectPostings, nil)
    guard code == SQLITE_OK else { throw SQLiteFailure(code: code) }
  }

  func counts(of literal: FoldedText) throws -> MatchList {
    try list(of: literal, withPlaces: false)
  }

  func occurrences(of literal: FoldedText) throws -> MatchList {
    try list(of: literal, withPlaces: true)
  }

  /// Returns the paragraphs that FTS5 finds. The characters that interrupt the literal must be
  /// checked in the text.
  func candidates(interrupted literal: FoldedText) throws -> [UInt32] {
    guard literal.characterCount > 1 else { return [] }
    return try UInt32.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM paragraph_fts WHERE paragraph_fts MATCH ? ORDER BY rowid"),
      arguments: [MatchExpression(interrupted: literal).rawValue])
  }

  private func list(of literal: FoldedText, withPlaces: Bool) throws -> MatchList {
    var collector = PostingsCollector(
      literalLength: UInt32(literal.characterCount), keepsPlaces: withPlaces)
    try withUnsafeMutablePointer(to: &collector) { try collect(literal, into: $0) }
    return collector.list
  }

  private func collect(
    _ literal: FoldedText, into collector: UnsafeMutablePointer<PostingsCollector>
  ) throws {
    var statement: OpaquePointer?
    // The function runs once, on the first row, and then collects all of them.
    var code = sqlite3_prepare_v2(
      connection,
      """
      SELECT duansou_postings(paragraph_fts, ?1) FROM paragraph_fts
      WHERE paragraph_fts MATCH ?2 LIMIT 1
      """, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    if code == SQLITE_OK {
      let expression = MatchExpression(literal).rawValue
      code = expression.withCString { text in
        sqlite3_bind_pointer(statement, 1, collector, pointerType, nil)
        sqlite3_bind_text(statement, 2, text, -1, nil)
        return sqlite3_step(statement)
      }
    }
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection))
      )
    }
  }
}

/// Collects the paragraphs that FTS5 reports to its callback. Not a class: the callback runs once
/// per paragraph, and reference counting would cost more than its work.
private struct PostingsCollector {
  private(set) var list = MatchList()
  private let literalLength: UInt32
  private let keepsPlaces: Bool

  init(literalLength: UInt32, keepsPlaces: Bool) {
    self.literalLength = literalLength
    self.keepsPlaces = keepsPlaces
  }

  /// Adds the current paragraph of FTS5. FTS5 reports every occurrence; overlapping ones are kept
  /// as positions but not counted.
  mutating func add(
    _ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?
  ) -> CInt {
    var iterator = Fts5PhraseIter()
    var column: CInt = 0
    var position: CInt = 0
    var end: UInt32 = 0
    var count: UInt32 = 0
    let code = api.pointee.xPhraseFirst(context, 0, &iterator, &column, &position)
    guard code == SQLITE_OK else { return code }
    while column >= 0 {
      let start = UInt32(truncatingIfNeeded: position)
      if keepsPlaces {
        if start < end { list.mayOverlap = true }
        end = start &+ literalLength
        list.append(FoundMatch(start: start, end: end))
      } else if start >= end {
        count &+= 1
        end = start &+ literalLength
      }
      api.pointee.xPhraseNext(context, &iterator, &column, &position)
    }
    let row = UInt32(truncatingIfNeeded: api.pointee.xRowid(context))
    if keepsPlaces { list.endKey(row) } else { list.append(row, matchCount: count) }
    return SQLITE_OK
  }
}

/// SQLite compares pointer types by address. A static string has a fixed one.
nonisolated(unsafe) private let pointerType: UnsafePointer<CChar> = {
  let type: StaticString = "duansou_postings"
  return UnsafeRawPointer(type.utf8Start).assumingMemoryBound(to: CChar.self)
}()

private func collectPostings(
  _ api: UnsafePointer<Fts5ExtensionApi>?, _ context: OpaquePointer?, _ result: OpaquePointer?,
  _ count: CInt, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let api, count == 1, let pointer = sqlite3_value_pointer(values?[0], pointerType) else {
    sqlite3_result_error(result, "duansou_postings takes a collector", -1)
    return
  }
  let code = api.pointee.xQueryPhrase(context, 0, pointer) { api, context, pointer in
    guard let api, let pointer else { return SQLITE_MISUSE }
    return pointer.assumingMemoryBound(to: PostingsCollector.self).pointee.add(api, context)
  }
  if code != SQLITE_OK { sqlite3_result_error_code(result, code) }
}
