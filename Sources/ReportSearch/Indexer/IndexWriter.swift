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
  /// A file that the index knows, by what tells whether it is still the same.
  struct KnownFile: Hashable {
    let stamp: FileStamp
    let extractionVersion: Int
    /// The paths of its contents: its own, or those of the files that are packed in it.
    var paths: [String]
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
  /// A source that the index holds already is not added again: only its file is noted. What was told
  /// about the file (``tell(_:)``) goes with the reports.
  ///
  /// - Parameters:
  ///   - source: What was read.
  ///   - file: The file that it was read from.
  ///   - member: Its name inside the file, if that is an archive.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func add(_ source: Source, file: FileStamp, member: String? = nil) throws {
    let path = file.path(ofMember: member)
    try inTransaction { db, pending in
      let told = try ToldMetadata(ofPath: path, digest: source.digest, in: db)
      let held = try Row.fetchOne(
        db, sql: "SELECT id, extraction_version, told FROM source WHERE sha256 = ?",
        arguments: [Data(source.digest.bytes)])
      let before = try Int.fetchOne(
        db, sql: "SELECT source FROM source_file WHERE path = ?", arguments: [path])
      let id: Int
      if let held, held[1] as Int == SourceReader.extractionVersion,
        told.isEmpty || held[2] as String == told.text
      {
        id = held[0]
      } else {
        id = try pending.insert(
          source.telling(told.metadata, corrections: told.corrections), told: told.text,
          replacing: held?[0], in: db)
      }
      try Self.note(file, member: member, source: id, in: db)
      if let before, before != id { try pending.removeIfUnused(source: before, in: db) }
    }
  }

  /// Notes what somebody knows about the reports of files. It goes with them whenever they are read.
  ///
  /// - Returns: The paths of which something new is known.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  func tell(_ facts: [ToldFact]) throws -> Set<String> {
    try inTransaction { db, _ in
      var changed: Set<String> = []
      for fact in facts where try fact.note(in: db) { changed.insert(fact.path) }
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
      let digest: Data? = try Data.fetchOne(
        db, sql: "SELECT sha256 FROM source WHERE id = ?", arguments: [report.source])
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
        let sources = try Row.fetchAll(
          db,
          sql: """
            SELECT source.id, path FROM source JOIN source_file ON source = source.id
            WHERE path = ? OR sha256 = ? ORDER BY path DESC
            """, arguments: [fact.path, fact.digest.map { Data($0.bytes) }])
        if sources.isEmpty { unknown.append(fact.path) }
        for row in sources { changed[row[0]] = row[1] }
      }
      for (id, path) in changed.sorted(by: { $0.key < $1.key }) {
        let source = try Source(storedUnder: id, in: db)
        let told = try ToldMetadata(ofPath: path, digest: source.digest, in: db)
        _ = try pending.insert(
          source.telling(told.metadata, corrections: told.corrections), told: told.text,
          replacing: id, in: db)
      }
      return unknown
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
    let files = try knownFiles().filter { path, _ in
      roots.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    try remove(filesAt: files.values.flatMap(\.paths).sorted())
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
            SELECT COALESCE(archive, path), source_file.byte_count, modified_ns, inode,
              extraction_version, path
            FROM source_file JOIN source ON source.id = source ORDER BY path
            """)
        while let row = try rows.next() {
          let stamp = FileStamp(
            path: row[0], byteCount: row[1], modifiedNanoseconds: row[2], inode: row[3])
          let paths = files[stamp.path]?.paths ?? []
          files[stamp.path] = KnownFile(
            stamp: stamp, extractionVersion: row[4], paths: paths + [row[5]])
        }
        return files
      }
    }
  }

  /// Returns whether the index holds a source for a file already, and notes what the file looks like.
  func noteUnchanged(_ file: FileStamp, member: String?, digest: Digest) throws -> Bool {
    let path = file.path(ofMember: member)
    return try inTransaction { db, _ in
      let told = try ToldMetadata(ofPath: path, digest: digest, in: db)
      let held = try Row.fetchOne(
        db,
        sql: """
          SELECT source.id, told FROM source JOIN source_file ON source = source.id
          WHERE path = ? AND sha256 = ? AND extraction_version = ?
          """,
        arguments: [path, Data(digest.bytes), SourceReader.extractionVersion])
      guard let held, told.isEmpty || held[1] as String == told.text else { return false }
      try Self.note(file, member: member, source: held[0], in: db)
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

  private static func note(
    _ file: FileStamp, member: String?, source: Int, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO source_file(path, archive, source, byte_count, modified_ns, inode)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file.path(ofMember: member), member == nil ? nil : file.path, source, file.byteCount,
        file.modifiedNanoseconds, file.inode,
      ])
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
      INSERT INTO paragraph(
        id, report, number, heading, line_number, page, kind, section, text, years, region_code,
        region_name, region_basis, region_conflict)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      """, in: db)
    insertTokens = try TextStatement(
      "INSERT INTO paragraph_fts(rowid, text) VALUES (?1, ?2)", in: db)
    deleteTokens = try TextStatement(
      "INSERT INTO paragraph_fts(paragraph_fts, rowid, text) VALUES ('delete', ?1, ?2)", in: db)
    nextParagraph = try Schema.get(.nextParagraph, in: db) ?? 1
    indexedAt = Date().formatted(.iso8601)
  }

  /// Adds a source and its reports in the place of an older reading of the same bytes, whose files
  /// become its own, and returns its id.
  func insert(
    _ source: Source, told: String, replacing held: Int?, in db: Database
  ) throws -> Int {
    if let held { try removeContent(ofSource: held, in: db) }
    let columns: [(name: String, value: (any DatabaseValueConvertible)?)] = [
      ("sha256", Data(source.digest.bytes)), ("byte_count", source.byteCount),
      ("format", source.format.rawValue), ("encoding", source.encoding?.rawValue),
      ("replaced_byte_count", source.replacedByteCount),
      ("extraction_version", SourceReader.extractionVersion), ("name", source.name),
      ("told", told),
      ("indexed_at", indexedAt),
    ]
    let names = columns.map(\.name).joined(separator: ", ")
    let values = StatementArguments(columns.map(\.value))
    // Not INSERT OR REPLACE: SQLite would guard it with a savepoint.
    if let held {
      let assignments = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
      try db.execute(
        sql: "UPDATE source SET \(assignments) WHERE id = ?", arguments: values + [held])
    } else {
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO source(\(names)) VALUES (\(marks))", arguments: values)
    }
    let id = held ?? Int(db.lastInsertedRowID)
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
          identifier, source, part, head, title, year, year_basis, year_evidence, conflict_year,
          conflict_evidence, conflict_number, doc_type, issuer, issuer_basis, region_code,
          region_name, region_basis, region_evidence, region_candidates, publish_date, url,
          first_paragraph, paragraph_count)
        VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      identifier, source, report.part, try StoredJSON.text(of: report.head),
      Data(report.title.utf8), report.year.year,
      report.year.basis.rawValue, report.year.evidence, report.yearConflict?.year,
      report.yearConflict?.evidence, report.yearConflict.map { $0.paragraph + 1 },
      report.documentType.rawValue, report.issuer?.name, report.issuer?.basis.rawValue,
      report.region.code, report.region.name, report.region.basis.rawValue,
      report.region.evidence, report.region.candidates.map(\.code).joined(separator: ","),
      report.publishDate?.iso8601, report.url, nextParagraph, report.paragraphs.count,
    ])
    let id = Int(db.lastInsertedRowID)
    let first = nextParagraph
    for (place, paragraph) in report.paragraphs.enumerated() {
      try insertParagraph.execute(
        [
          nextParagraph, id, place + 1, paragraph.heading.map { first + $0 }, paragraph.lineNumber,
          paragraph.page,
        ],
        texts: [
          paragraph.kind.rawValue, paragraph.section.rawValue, paragraph.text,
          YearSpanText.text(of: paragraph.years), paragraph.region?.code, paragraph.region?.name,
          paragraph.region?.basis.rawValue,
          paragraph.region?.conflict.map(\.code).joined(separator: ","),
        ])
      try insertTokens.execute([nextParagraph], texts: [paragraph.text])
      try attributes.add(
        paragraph, id: nextParagraph, at: place, report: id,
        characterCount: tokenizer.lastDocumentTokenCount, in: db)
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
    try removeContent(ofSource: source, in: db)
    try db.execute(sql: "DELETE FROM source_file WHERE source = ?", arguments: [source])
    try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source])
  }

  private func removeContent(ofSource source: Int, in db: Database) throws {
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
      try attributes.remove(paragraph: id, in: db)
    }
    for sql in [
      "DELETE FROM paragraph WHERE report IN (SELECT id FROM report WHERE source = ?)",
      "DELETE FROM report WHERE source = ?",
      "DELETE FROM removed_line WHERE source = ?",
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
