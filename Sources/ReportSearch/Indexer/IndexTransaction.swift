import Corpus
import Foundation

/// The pending changes of a transaction, and the ids that it assigns next.
final class IndexTransaction {
  private let insertParagraph, insertRemovedLine: any TableStatement
  private let postings: any PostingsWriter
  private var nextParagraph: Int
  private var nextSource, nextReport, nextRemovedLine: Int
  private var attributes = ParagraphAttributeChanges()
  private let copies: CopyChanges
  private let indexedAt: String

  init(in db: any TableWriter, postings: any PostingsWriter) throws {
    self.postings = postings
    insertParagraph = try db.prepare(
      """
      INSERT INTO paragraph(
        id, report, number, heading, line_number, page, kind, section, text, years, region_code,
        region_name, region_basis, region_conflict)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertRemovedLine = try db.prepare(
      """
      INSERT INTO removed_line(rowid, source, line_number, reason, text) VALUES (?, ?, ?, ?, ?)
      """)
    guard let nextParagraph = try Schema.number(.nextParagraph, in: db) else {
      throw DamagedStorage("next_paragraph is missing")
    }
    self.nextParagraph = nextParagraph
    nextSource = try Self.next("id", of: "source", in: db)
    nextReport = try Self.next("id", of: "report", in: db)
    nextRemovedLine = try Self.next("rowid", of: "removed_line", in: db)
    copies = try CopyChanges(in: db)
    indexedAt = Date().formatted(.iso8601)
  }

  /// Returns the successor of the largest number in a column. Ids are assigned here because not
  /// every storage assigns them.
  private static func next(
    _ column: String, of table: String, in tables: any TableReader
  ) throws -> Int {
    let last = try tables.integer("SELECT max(\(column)) FROM \(table)") ?? 0
    guard 0..<1 << 60 ~= last else { throw DamagedStorage("\(table) \(last)") }
    return last + 1
  }

  /// Inserts a source and its reports, and returns the id of the source.
  ///
  /// - Parameter held: The id of an earlier reading of the same bytes, which is replaced. Its files
  ///   keep referring to the id.
  func insert(
    _ source: Source, told: String, replacing held: Int?, in db: any TableWriter
  ) throws -> Int {
    if let held { try removeContent(ofSource: held, in: db) }
    let columns: [(name: String, value: StoredArgument)] = [
      ("sha256", .bytes(Data(source.digest.bytes))), ("byte_count", .integer(source.byteCount)),
      ("format", .text(source.format.rawValue)), ("encoding", .text(source.encoding?.rawValue)),
      ("replaced_byte_count", .integer(source.replacedByteCount)),
      ("incomplete", .text(try Incompleteness.text(of: source.incompleteness))),
      ("extraction_version", .integer(SourceReader.extractionVersion)),
      ("name", .text(source.name)), ("told", .text(told)), ("indexed_at", .text(indexedAt)),
      ("id", .integer(held ?? nextSource)),
    ]
    let values = columns.map(\.value)
    // Not INSERT OR REPLACE: SQLite would open a savepoint.
    if held == nil {
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      let names = columns.map(\.name).joined(separator: ", ")
      try db.execute("INSERT INTO source(\(names)) VALUES (\(marks))", values)
    } else {
      let assignments = columns.dropLast().map { "\($0.name) = ?" }.joined(separator: ", ")
      try db.execute("UPDATE source SET \(assignments) WHERE id = ?", values)
    }
    let id = held ?? nextSource
    if held == nil { nextSource += 1 }
    for line in source.removedLines {
      try insertRemovedLine.execute([
        .integer(nextRemovedLine), .integer(id), .integer(line.lineNumber),
        .text(line.reason.rawValue), .document(line.text),
      ])
      nextRemovedLine += 1
    }
    for report in source.reports {
      try insert(
        report, source: id,
        identifier: Identifier.report(source: source.digest, part: report.part), in: db)
    }
    return id
  }

  private func insert(
    _ report: Report, source: Int, identifier: String, in db: any TableWriter
  ) throws {
    let id = nextReport
    nextReport += 1
    try ReportRow(report).insert(
      as: id, source: source, identifier: identifier, firstParagraph: nextParagraph, in: db)
    let first = nextParagraph
    for (place, paragraph) in report.paragraphs.enumerated() {
      let region = paragraph.region
      try insertParagraph.execute([
        .integer(nextParagraph), .integer(id), .integer(place + 1),
        .integer(paragraph.heading.map { first + $0 }), .integer(paragraph.lineNumber),
        .integer(paragraph.page), .text(paragraph.kind.rawValue),
        .text(paragraph.section.rawValue), .document(paragraph.text),
        .document(YearSpanText.text(of: paragraph.years)), .text(region?.code),
        .document(region?.name), .text(region?.basis.rawValue),
        .text(region?.conflict.map(\.code).joined(separator: ",")),
      ])
      let characterCount = try postings.add(paragraph.text, ofParagraph: nextParagraph)
      try attributes.add(
        paragraph, id: nextParagraph, at: place, report: id, characterCount: characterCount, in: db)
      if Shingles.areTaken(of: paragraph.kind, characterCount: characterCount) {
        try postings.withLastFoldedText { try copies.add(paragraph: nextParagraph, text: $0) }
      }
      nextParagraph += 1
    }
  }

  /// Removes a source if no file contains it any more.
  func removeIfUnused(source: Int, in db: any TableWriter) throws {
    let use = try db.integer(
      "SELECT 1 FROM source_file WHERE source = ? LIMIT 1", [.integer(source)])
    if use == nil { try remove(source: source, in: db) }
  }

  /// Removes a source and its reports.
  func remove(source: Int, in db: any TableWriter) throws {
    try removeContent(ofSource: source, in: db)
    try db.execute("DELETE FROM source_file WHERE source = ?", [.integer(source)])
    try db.execute("DELETE FROM source WHERE id = ?", [.integer(source)])
  }

  private func removeContent(ofSource source: Int, in db: any TableWriter) throws {
    let reports = try db.fetchRows(
      "SELECT id, first_paragraph, paragraph_count FROM report WHERE source = ? ORDER BY id",
      [.integer(source)])
    for report in reports { try removeParagraphs(of: StoredRow(report, of: "report"), in: db) }
    for sql in [
      "DELETE FROM report WHERE source = ?", "DELETE FROM removed_line WHERE source = ?",
    ] {
      try db.execute(sql, [.integer(source)])
    }
  }

  /// Removes the paragraphs of a report, which have contiguous ids.
  private func removeParagraphs(of report: StoredRow, in db: any TableWriter) throws {
    let (id, first, count): (Int, Int, Int) = (try report[0], try report[1], try report[2])
    guard first > 0, first <= nextParagraph, count >= 0, count <= nextParagraph - first else {
      throw report.damage(in: 2)
    }
    let arguments = [first, first + count, id].map { StoredArgument.integer($0) }
    let paragraphs = try db.fetchRows(
      """
      SELECT id, CAST(text AS BLOB), kind FROM paragraph
      WHERE id >= ? AND id < ? AND report = ? ORDER BY id
      """, arguments)
    guard paragraphs.count == count else { throw report.damage(in: 2) }
    for row in paragraphs {
      let stored = StoredRow(row, of: "paragraph")
      let id: Int = try stored[0]
      let characterCount = try postings.remove(stored.text(1), ofParagraph: id)
      try attributes.remove(paragraph: id, in: db)
      if try Shingles.areTaken(of: stored[2], characterCount: characterCount) {
        try postings.withLastFoldedText { try copies.remove(paragraph: id, text: $0) }
      }
    }
    try db.execute("DELETE FROM paragraph WHERE id >= ? AND id < ? AND report = ?", arguments)
  }

  /// Stores the pending changes and increases the generation.
  func finish(in db: any TableWriter) throws {
    try attributes.write(to: db)
    try copies.finish(in: db)
    try Schema.set(.nextParagraph, .integer(nextParagraph), in: db)
    let generation = try Schema.number(.generation, in: db) ?? 0
    try Schema.set(.generation, .integer(generation + 1), in: db)
    try Schema.set(.state, .integer(Int.random(in: 1...Int.max)), in: db)
  }
}
