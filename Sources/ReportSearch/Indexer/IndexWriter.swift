public import Corpus
import FTS5Tokenizer
import Foundation
import GRDB

/// Writes reports to an index and takes them out again.
///
/// Everything between ``add(_:)`` and ``commit()`` is one transaction: a program that is stopped at any
/// moment leaves what was committed. One writer at a time; others wait and then fail with
/// ``IndexError/Kind/busy``.
public final class IndexWriter {
  /// A source that the index holds, by what tells whether a file is still the same.
  struct KnownFile: Hashable {
    let stamp: FileStamp
    let extractionVersion: Int
  }

  private let path: String
  private let queue: DatabaseQueue
  private let tokenizer: FTS5BigramTokenizer
  private var pending: Pending?

  /// Opens an index, and creates it if there is none.
  ///
  /// - Parameters:
  ///   - path: The path of the index; its folder is made if needed.
  ///   - waiting: How long to wait for another writer to end its transaction.
  /// - Throws: An ``IndexError``.
  public init(path: String, waiting: Duration = .seconds(10)) throws {
    self.path = path
    tokenizer = FTS5BigramTokenizer()
    queue = try IndexConnection.open(writingAt: path, waiting: waiting, tokenizer: tokenizer)
  }

  deinit {
    // The statements must go before their connection does.
    pending = nil
  }

  /// Adds the reports of a source, in the transaction that is open, or in a new one.
  ///
  /// A source that the index holds already is not added again: only its file is noted.
  ///
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func add(_ source: Source, file: FileStamp) throws {
    try inTransaction { db, pending in
      let held = try Row.fetchOne(
        db, sql: "SELECT id, extraction_version FROM source WHERE sha256 = ?",
        arguments: [Data(source.digest.bytes)])
      let before = try Int.fetchOne(
        db, sql: "SELECT source FROM source_file WHERE path = ?", arguments: [file.path])
      let id: Int
      if let held, held[1] as Int == SourceReader.extractionVersion {
        id = held[0]
      } else {
        if let held { try pending.remove(source: held[0], in: db) }
        id = try pending.insert(source, in: db)
      }
      try Self.note(file, source: id, in: db)
      if let before, before != id { try pending.removeIfUnused(source: before, in: db) }
    }
  }

  /// Takes files out of the index, and the reports that no other file holds.
  ///
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func remove(filesAt paths: [String]) throws {
    try inTransaction { db, pending in
      for path in paths {
        guard
          let source = try Int.fetchOne(
            db, sql: "SELECT source FROM source_file WHERE path = ?", arguments: [path])
        else { continue }
        try db.execute(sql: "DELETE FROM source_file WHERE path = ?", arguments: [path])
        try pending.removeIfUnused(source: source, in: db)
      }
    }
  }

  /// Takes the files out that are named or lie in folders that are named.
  ///
  /// - Returns: The number of files.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func remove(filesBelow paths: [String]) throws -> Int {
    let roots = paths.map(FileScan.absolute)
    let files = try knownFiles().keys.filter { path in
      roots.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    try remove(filesAt: files.sorted())
    return files.count
  }

  /// Makes durable what was added and removed.
  ///
  /// - Throws: An ``IndexError``; what was added since the last commit is then lost.
  public func commit() throws {
    guard pending != nil else { return }
    try inTransaction { db, pending in
      try pending.finish(in: db)
      try db.commit()
    }
    pending = nil
  }

  /// Merges the token lists into one, which makes searching fastest.
  ///
  /// - Complexity: Reads and writes the whole index.
  /// - Throws: An ``IndexError``.
  public func optimize() throws {
    try commit()
    try IndexConnection.translatingErrors(path) {
      try queue.write { db in
        try db.execute(sql: "INSERT INTO paragraph_fts(paragraph_fts) VALUES ('optimize')")
      }
    }
  }

  /// Returns the files that the index knows, by their paths.
  func knownFiles() throws -> [String: KnownFile] {
    try IndexConnection.translatingErrors(path) {
      try queue.read { db in
        var files: [String: KnownFile] = [:]
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT path, source_file.byte_count, modified_ns, inode, extraction_version
            FROM source_file JOIN source ON source.id = source
            """)
        while let row = try rows.next() {
          let stamp = FileStamp(
            path: row[0], byteCount: row[1], modifiedNanoseconds: row[2], inode: row[3])
          files[stamp.path] = KnownFile(stamp: stamp, extractionVersion: row[4])
        }
        return files
      }
    }
  }

  /// Returns whether the index holds a source for a file already, and notes what the file looks like.
  func noteUnchanged(_ file: FileStamp, digest: Digest) throws -> Bool {
    try inTransaction { db, _ in
      let source = try Int.fetchOne(
        db,
        sql: """
          SELECT source.id FROM source JOIN source_file ON source = source.id
          WHERE path = ? AND sha256 = ? AND extraction_version = ?
          """,
        arguments: [file.path, Data(digest.bytes), SourceReader.extractionVersion])
      guard let source else { return false }
      try Self.note(file, source: source, in: db)
      return true
    }
  }

  /// Returns what the index holds, after a commit.
  func contents() throws -> IndexContents {
    try commit()
    return try IndexConnection.translatingErrors(path) {
      try queue.writeWithoutTransaction { try IndexContents(reading: $0) }
    }
  }

  private static func note(_ file: FileStamp, source: Int, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO source_file(path, source, byte_count, modified_ns, inode)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [file.path, source, file.byteCount, file.modifiedNanoseconds, file.inode])
  }

  private func inTransaction<Value>(
    _ body: (Database, Pending) throws -> Value
  ) throws -> Value {
    try IndexConnection.translatingErrors(path) {
      try queue.writeWithoutTransaction { db in
        do {
          if pending == nil {
            try db.beginTransaction(.immediate)
            pending = try Pending(in: db, tokenizer: tokenizer)
          }
          return try body(db, pending!)
        } catch {
          pending = nil
          if db.isInsideTransaction { try db.rollback() }
          throw error
        }
      }
    }
  }
}

/// What a transaction has changed and not yet stored.
private final class Pending {
  private let tokenizer: FTS5BigramTokenizer
  private let insertParagraph: TextStatement
  private let insertTokens: TextStatement
  private let deleteTokens: TextStatement
  private var nextParagraph: Int
  private var attributes = ParagraphAttributeChanges()
  private let indexedAt: String

  init(in db: Database, tokenizer: FTS5BigramTokenizer) throws {
    self.tokenizer = tokenizer
    insertParagraph = try TextStatement(
      """
      INSERT INTO paragraph(id, report, number, heading, line_number, page, kind, text)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """, in: db)
    insertTokens = try TextStatement(
      "INSERT INTO paragraph_fts(rowid, text) VALUES (?1, ?2)", in: db)
    deleteTokens = try TextStatement(
      "INSERT INTO paragraph_fts(paragraph_fts, rowid, text) VALUES ('delete', ?1, ?2)", in: db)
    nextParagraph = try Schema.get(.nextParagraph, in: db) ?? 1
    indexedAt = Date().formatted(.iso8601)
  }

  /// Adds a source and its reports, and returns its id.
  func insert(_ source: Source, in db: Database) throws -> Int {
    try db.execute(
      sql: """
        INSERT INTO source(sha256, byte_count, format, encoding, extraction_version, indexed_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Data(source.digest.bytes), source.byteCount, source.format.rawValue,
        source.encoding?.rawValue, SourceReader.extractionVersion, indexedAt,
      ])
    let id = Int(db.lastInsertedRowID)
    for line in source.removedLines {
      try db.cachedStatement(
        sql: """
          INSERT INTO removed_line(source, line_number, reason, text)
          VALUES (?, ?, ?, CAST(? AS TEXT))
          """
      ).execute(arguments: [id, line.lineNumber, line.reason.rawValue, Data(line.text.utf8)])
    }
    for report in source.reports {
      try insert(
        report, source: id,
        identifier: Identifier.report(source: source.digest, part: report.part), in: db)
    }
    return id
  }

  private func insert(
    _ report: Report, source: Int, identifier: String, in db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO report(
          identifier, source, part, title, year, year_basis, publish_date, first_paragraph,
          paragraph_count)
        VALUES (?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      identifier, source, report.part, Data(report.title.utf8), report.year.year,
      report.year.basis.rawValue, report.publishDate?.iso8601, nextParagraph,
      report.paragraphs.count,
    ])
    let id = Int(db.lastInsertedRowID)
    let first = nextParagraph
    for (place, paragraph) in report.paragraphs.enumerated() {
      try insertParagraph.execute(
        [
          nextParagraph, id, place + 1, paragraph.heading.map { first + $0 }, paragraph.lineNumber,
          paragraph.page,
        ], texts: [paragraph.kind.rawValue, paragraph.text])
      try insertTokens.execute([nextParagraph], texts: [paragraph.text])
      try attributes.set(
        paragraph: nextParagraph, characterCount: tokenizer.lastDocumentTokenCount, report: id,
        in: db)
      nextParagraph += 1
    }
  }

  /// Takes a source out if no file holds it any more.
  func removeIfUnused(source: Int, in db: Database) throws {
    let isUsed = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM source_file WHERE source = ?)", arguments: [source])
    if isUsed != true { try remove(source: source, in: db) }
  }

  /// Takes a source and its reports out.
  func remove(source: Int, in db: Database) throws {
    let paragraphs = try Row.fetchAll(
      db,
      sql: """
        SELECT paragraph.id, CAST(text AS BLOB) FROM paragraph JOIN report ON report.id = report
        WHERE source = ? ORDER BY paragraph.id
        """, arguments: [source])
    for row in paragraphs {
      let id: Int = row[0]
      // FTS5 must see the text that it stored, before the row changes; else its lists keep tokens.
      let text = String(decoding: row[1] as Data, as: UTF8.self)
      try deleteTokens.execute([id], texts: [text])
      try attributes.set(paragraph: id, characterCount: 0, report: 0, in: db)
    }
    for sql in [
      "DELETE FROM paragraph WHERE report IN (SELECT id FROM report WHERE source = ?)",
      "DELETE FROM report WHERE source = ?",
      "DELETE FROM removed_line WHERE source = ?",
      "DELETE FROM source_file WHERE source = ?",
      "DELETE FROM source WHERE id = ?",
    ] {
      try db.execute(sql: sql, arguments: [source])
    }
  }

  /// Stores what was collected.
  func finish(in db: Database) throws {
    try attributes.write(to: db)
    try Schema.set(.nextParagraph, nextParagraph, in: db)
    let generation: Int = try Schema.get(.generation, in: db) ?? 0
    try Schema.set(.generation, generation + 1, in: db)
  }
}
