import Corpus
import FTS5Tokenizer
import Foundation
import GRDB

/// What a transaction has changed and not yet stored.
final class IndexTransaction {
  private let tokenizer: FTS5BigramTokenizer
  private let insertParagraph: TextStatement
  private let insertTokens: TextStatement
  private let deleteTokens: TextStatement
  private var nextParagraph: Int
  private var attributes = ParagraphAttributeChanges()
  private let copies: CopyChanges
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
    copies = try CopyChanges(in: db)
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
    let id = try ReportRow(report).insert(
      source: source, identifier: identifier, firstParagraph: nextParagraph, in: db)
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
      if Shingles.areTaken(
        of: paragraph.kind, characterCount: tokenizer.lastDocumentTokenCount)
      {
        try tokenizer.withLastFoldedText { try copies.add(paragraph: nextParagraph, text: $0) }
      }
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
    let reports = try Row.fetchAll(
      db,
      sql: "SELECT id, first_paragraph, paragraph_count FROM report WHERE source = ? ORDER BY id",
      arguments: [source])
    for report in reports { try removeParagraphs(of: StoredRow(report, of: "report"), in: db) }
    for sql in [
      "DELETE FROM report WHERE source = ?", "DELETE FROM removed_line WHERE source = ?",
    ] {
      try db.execute(sql: sql, arguments: [source])
    }
  }

  /// Takes the paragraphs of a report out, which have neighbouring ids.
  private func removeParagraphs(of report: StoredRow, in db: Database) throws {
    let (id, first, count): (Int, Int, Int) = (try report[0], try report[1], try report[2])
    guard first > 0, first <= nextParagraph, count >= 0, count <= nextParagraph - first else {
      throw report.damage(in: 2)
    }
    let arguments: StatementArguments = [first, first + count, id]
    let paragraphs = try Row.fetchAll(
      db,
      sql: """
        SELECT id, CAST(text AS BLOB), kind FROM paragraph
        WHERE id >= ? AND id < ? AND report = ? ORDER BY id
        """, arguments: arguments)
    guard paragraphs.count == count else { throw report.damage(in: 2) }
    for row in paragraphs {
      let stored = StoredRow(row, of: "paragraph")
      let id: Int = try stored[0]
      // FTS5 must see the text that it stored, before the row changes; else its lists keep tokens.
      let text = try stored.text(1)
      try deleteTokens.execute([id], texts: [text])
      try attributes.remove(paragraph: id, in: db)
      if try Shingles.areTaken(
        of: stored[2], characterCount: tokenizer.lastDocumentTokenCount)
      {
        try tokenizer.withLastFoldedText { try copies.remove(paragraph: id, text: $0) }
      }
    }
    try db.execute(
      sql: "DELETE FROM paragraph WHERE id >= ? AND id < ? AND report = ?", arguments: arguments)
  }

  /// Stores what was collected.
  func finish(in db: Database) throws {
    try attributes.write(to: db)
    try copies.finish(in: db)
    try Schema.set(.nextParagraph, nextParagraph, in: db)
    let generation: Int = try Schema.get(.generation, in: db) ?? 0
    try Schema.set(.generation, generation + 1, in: db)
  }
}
