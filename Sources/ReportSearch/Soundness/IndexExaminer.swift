import Corpus
import Foundation
import GRDB
import TextAnalysis

/// Performs the integrity check in a snapshot of an index. Corruption in one part is recorded and
/// does not prevent the check of the others.
struct IndexExaminer {
  private let snapshot: SQLiteSnapshot
  private let path: String
  private let isFull: Bool
  private(set) var examination = IndexExamination()

  /// The number of paragraphs that are compared unless the check is full.
  private static let sampleSize = 200

  init(_ snapshot: SQLiteSnapshot, path: String, isFull: Bool) {
    self.snapshot = snapshot
    self.path = path
    self.isFull = isFull
  }

  private var db: Database { snapshot.db }

  /// Performs all checks except for FTS5's own check and that of the files, which need no snapshot.
  mutating func examine() throws {
    try noting { try $0.examineFile() }
    try noting { try $0.examineReferences() }
    var attributes: ParagraphAttributes?
    try noting { examiner in
      let read = try ParagraphAttributes(reading: examiner.snapshot)
      attributes = read
      examiner.examination.paragraphs = read.paragraphCount
      let columns = DocValues(
        attributes: read, stored: StoredAttributes(), db: examiner.snapshot)
      _ = (try columns.sections(), try columns.headings(), try columns.sentenceEnds())
      _ = (try columns.years(), try columns.regions(), try columns.copies())
    }
    try noting { try $0.examineSources() }
    try noting { try $0.examineReports(attributes) }
    if isFull { try noting { try $0.examineAttribution() } }
    guard let attributes else { return }
    try noting { try $0.examineParagraphs(attributes) }
  }

  /// Runs one part of the check. Corruption ends the part and is recorded as a fault.
  private mutating func noting(_ body: (inout Self) throws -> Void) throws {
    do {
      try IndexConnection.translatingErrors(path) { try body(&self) }
    } catch let error as IndexError {
      guard case .damaged(let message) = error.kind else { throw error }
      examination.add(.table(message))
    }
  }

  private mutating func examineFile() throws {
    for fault in try String.fetchAll(db, sql: "PRAGMA integrity_check") where fault != "ok" {
      examination.add(.file(fault))
    }
  }

  private mutating func examineReferences() throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")
    while let row = try rows.next() {
      let stored = StoredRow(row, of: "foreign_key_check")
      let (table, id, parent): (String, Int?, String) = (
        try stored[0], try stored[1], try stored[2]
      )
      examination.add(.table("\(table) \(id.map(String.init) ?? ""): no \(parent)"))
    }
  }

  private mutating func examineSources() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name, told, indexed_at, byte_count, replaced_byte_count, format, encoding,
          (SELECT count(*) FROM source_file WHERE source = source.id),
          (SELECT count(*) FROM report WHERE source = source.id), incomplete
        FROM source
        """)
    while let row = try rows.next() {
      let id: Int = try StoredRow(row, of: "source")[0]
      let stored = StoredRow(row, of: "source", id)
      let _: [String] = [try stored[1], try stored[2], try stored[3]]
      let counts: [Int] = [try stored[4], try stored[5], try stored[8], try stored[9]]
      let _: (SourceFormat, TextEncoding?) = (try stored[6], try stored[7])
      _ = try Incompleteness.stored(stored[10])
      if counts[2] == 0 { examination.add(.table("source \(id): no source_file")) }
      if counts[3] == 0 { examination.add(.table("source \(id): no report")) }
      if isFull { _ = try RemovedLine.stored(ofSource: id, in: db) }
    }
    _ = try ToldFact.corrections(in: db)
    let told = try Row.fetchCursor(db, sql: "SELECT path, part, NULL, told FROM metadata")
    while let row = try told.next() { _ = try ToldFact(StoredRow(row, of: "metadata")) }
  }

  private mutating func examineReports(_ attributes: ParagraphAttributes?) throws {
    var reader = IndexedTextReader(snapshot)
    var seen: Set<UInt32> = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT report.id, sha256, part, head, extraction_version,
          (SELECT count(*) FROM paragraph WHERE report = report.id
            AND id BETWEEN first_paragraph AND first_paragraph + paragraph_count - 1)
        FROM report JOIN source ON source.id = source ORDER BY report.id
        """)
    while let row = try rows.next() {
      let id: Int = try StoredRow(row, of: "report")[0]
      let stored = StoredRow(row, of: "report", id)
      let report = try reader.report(id)
      seen.insert(UInt32(clamping: id))
      let _: ReportHead = try StoredJSON.value(of: stored[3])
      let digest = Digest(bytes: Array(try stored[1] as Data))
      let ids = report.firstParagraph..<report.firstParagraph + report.paragraphCount
      let isOfSource =
        try stored[4] != SourceReader.extractionVersion
        || report.identifier == Identifier.report(source: digest, part: stored[2])
      let isInAttributes = attributes.map { $0.reports[ids].allSatisfy { $0 == id } } ?? true
      if !isOfSource { examination.doubtfulSources.insert(report.source) }
      if try !isOfSource || !isInAttributes || stored[5] != report.paragraphCount {
        examination.add(.report(report.identifier))
      }
    }
    let missing = Set(attributes?.reports ?? []).subtracting(seen).subtracting([0])
    guard !missing.isEmpty else { return }
    for id in missing.sorted() { examination.add(.table("report \(id) is missing")) }
    // It is unknown to which sources the missing reports belonged.
    examination.doubtfulSources.formUnion(try Int.fetchAll(db, sql: "SELECT id FROM source"))
  }

  /// Attributes reports again from their texts and overrides, and compares the result with the
  /// stored rows.
  private mutating func examineAttribution() throws {
    let sources = try Row.fetchAll(
      db, sql: "SELECT id, told FROM source WHERE extraction_version = ?",
      arguments: [SourceReader.extractionVersion])
    for row in sources {
      let (id, text): (Int, String) = (
        try StoredRow(row, of: "source")[0], try StoredRow(row, of: "source")[1]
      )
      // Overrides of a path that was removed are no longer stored.
      guard let source = try? Source(storedUnder: id, in: db),
        let told = try ToldMetadata(text, ofSource: id, digest: source.digest, in: db)
      else { continue }
      let attributed = source.attributed(by: told.metadata, corrections: told.corrections)
      let stored = try ReportRow.stored(ofSource: id, in: db)
      for (report, row) in zip(attributed.reports, stored) where try ReportRow(report) != row {
        let name = Identifier.report(source: source.digest, part: report.part)
        examination.add(.report(name))
      }
    }
  }

  private mutating func examineParagraphs(_ attributes: ParagraphAttributes) throws {
    let pages = SegmentPages()
    let canRead = try pages.isReadable(in: db, version: db.dataVersion())
    let sums =
      isFull && canRead ? try TokenSums(of: pages, count: attributes.reports.count).sums : nil
    var comparison = try ParagraphComparison(
      attributes: attributes, pages: canRead ? pages : nil, sums: sums, in: snapshot)
    let ids = attributes.reports.indices.filter { isFull || attributes.reports[$0] != 0 }
    let count = isFull ? ids.count : min(Self.sampleSize, ids.count)
    for place in 0..<count {
      let found = try comparison.compare(ids[place * ids.count / count], in: db)
      guard let found else { continue }
      examination.comparedParagraphs += 1
      for fault in found.faults { examination.add(fault) }
      if let source = found.doubtfulSource { examination.doubtfulSources.insert(source) }
    }
    if isFull, try !comparison.copies.keysAreComplete(in: db) {
      examination.add(.table("copy_keys"))
    }
  }
}
