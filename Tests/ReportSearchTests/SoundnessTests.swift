import Corpus
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

/// Index corruption: searches report it, a check finds it, and a repair restores the index from its
/// texts.
struct SoundnessTests {
  private let folder: TemporaryFolder
  private let path: String

  private let paragraphs: Int

  init() async throws {
    folder = try TemporaryFolder()
    path = folder("index.sqlite")
    let prepared = try await Prepared.shared.value
    try FileManager.default.copyItem(atPath: prepared.path, toPath: path)
    paragraphs = prepared.paragraphs
  }

  /// An index of the samples and of near-duplicates of two of them, with one correction. Built once
  /// per process.
  private struct Prepared {
    let path: String
    let paragraphs: Int
    let reports: [String]

    private static let texts = Result { try TemporaryFolder() }
    static let shared = Task {
      let folder = try texts.get()
      // Reports are numbered in path order, which must not depend on the location of the checkout.
      try FileManager.default.copyItem(atPath: ProjectFolder.samples, toPath: folder("samples"))
      for name in ["青溪县2016年教育工作要点.txt", "临岚市教育局2019年工作总结.md"] {
        let text = try String(contentsOfFile: ProjectFolder.samples + "/" + name, encoding: .utf8)
        try folder.write("copies/又\(name)", text + "\n学校另有安排。\n")
      }
      let (path, reports) = (folder("index.sqlite"), [folder("samples"), folder("copies")])
      _ = try await Indexer(indexPath: path).index(reports)
      return Prepared(path: path, paragraphs: try correct(path), reports: reports)
    }

    /// Corrects a report, closes the index, and returns its number of paragraphs.
    private static func correct(_ path: String) throws -> Int {
      // The last connection to close checkpoints the write-ahead log, if it may write.
      let report = try ReportIndex(path: path).reports()[2]
      let writer = try IndexWriter(path: path)
      try writer.correct(report) { $0.year = 1999 }
      return try writer.contents().paragraphs
    }
  }

  @Test func `a full check of an intact index finds no faults`() throws {
    let examination = try ReportIndex(path: path).examine(isFull: true)
    #expect(examination.isSound && examination.comparedLists, "\(examination.faults)")
    #expect(examination.comparedParagraphs == paragraphs && examination.comparedFiles == 15)
    #expect(try ReportIndex(path: path).examine().comparedParagraphs == 200)
  }

  /// Statements that corrupt an index. Each breaks an invariant that code once relied on without
  /// checking it. A search must report the corruption or give the answer of the intact index.
  /// `WHERE 0` marks statements that must change nothing.
  private static let damages = [
    "UPDATE report SET year_basis = '?'", "UPDATE report SET doc_type = NULL WHERE 0",
    "UPDATE report SET region_basis = x'FF'", "UPDATE report SET title = x'FF'",
    "UPDATE report SET head = '{'", "UPDATE report SET first_paragraph = -5",
    "UPDATE report SET paragraph_count = 9223372036854775807",
    "UPDATE report SET conflict_year = 2000, conflict_number = NULL",
    "UPDATE report SET year_evidence = '去年' WHERE id = 9",
    "UPDATE report SET title = '又一份' WHERE id = 4",
    "UPDATE report SET year = 1978 WHERE id = 5", "UPDATE report SET issuer = '青溪县' WHERE id = 6",
    "UPDATE report SET url = 'https://example.com/' WHERE id = 7",
    "UPDATE report SET region_candidates = '110101' WHERE id = 8",
    "UPDATE report SET part = 'x'", "UPDATE report SET identifier = 'r' || id",
    "UPDATE paragraph SET kind = 'x' WHERE id = 7", "UPDATE paragraph SET section = ''",
    "UPDATE paragraph SET text = x'C3' WHERE id % 2",
    "UPDATE paragraph SET text = substr(text, 2) WHERE id % 2",
    "UPDATE paragraph SET text = replace(text, '控', '空')",
    "UPDATE paragraph SET heading = id WHERE heading IS NOT NULL",
    "UPDATE paragraph SET heading = 1000000 WHERE heading IS NOT NULL",
    "UPDATE paragraph SET years = 'x'", "UPDATE paragraph SET number = -1",
    "DELETE FROM paragraph WHERE id = 20", "DELETE FROM report WHERE id = 1",
    "DELETE FROM source WHERE id = 2", "DELETE FROM source_file",
    "DELETE FROM attribute_value WHERE id = 1", "DELETE FROM paragraph_attributes",
    "UPDATE setting SET value = -1 WHERE name = 'next_paragraph'",
    "UPDATE setting SET value = 1 << 60 WHERE name = 'next_paragraph'",
    "UPDATE setting SET value = 'x' WHERE name = 'next_paragraph'",
    "UPDATE paragraph_attributes SET character_counts = substr(character_counts, 9)",
    "UPDATE paragraph_attributes SET character_counts = zeroblob(16384)",
    "UPDATE paragraph_attributes SET reports = substr(reports, 2) || x'FF'",
    "UPDATE paragraph_attributes SET reports = zeroblob(16384)",
    "UPDATE paragraph_attributes SET kinds = substr(kinds, 1, 50) || x'FF' || substr(kinds, 52)",
    "UPDATE paragraph_attributes SET sections = substr(sections, 1, 9) || x'FF' || substr(sections, 11)",
    "UPDATE paragraph_attributes SET headings = x'FF' || headings",
    "UPDATE paragraph_attributes SET regions = replace(regions, x'00', x'7F')",
    "UPDATE paragraph_attributes SET sentence_ends = x'05FFFFFFFF7F' || sentence_ends",
    "UPDATE paragraph_attributes SET years = x'0503FFFFFF7F' || substr(years, 2)",
    "UPDATE paragraph_copies SET groups = substr(groups, 3)",
    "UPDATE paragraph_copies SET groups = x'01000000' || substr(groups, 5)",
    "UPDATE paragraph_copies SET block = 1 << 61", "DELETE FROM copy_digest",
    "UPDATE copy_text SET copy_group = 1 << 40",
    "UPDATE copy_keys SET entries = x'0101' || entries",
    "DELETE FROM copy_keys", "UPDATE correction SET told = '{'", "DROP TABLE attribute_value",
    "DELETE FROM paragraph_fts_idx",
    "UPDATE paragraph_fts_data SET block = zeroblob(9) WHERE id = 10",
    "UPDATE paragraph_fts_data SET block = substr(block, 5) WHERE id > 100",
    "UPDATE source SET sha256 = randomblob(32)", "UPDATE source SET format = 'x'",
  ]

  @Test(.law, arguments: LawSeeds.cases(damages, oneIn: 4))
  func `corruption is reported or harmless, and a check finds and repairs it`(sql: String)
    async throws
  {
    let (wanted, before) = try await Self.sound.value
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try await queue.writeWithoutTransaction { db in
      try db.execute(sql: sql)
      let isChange = db.totalChangesCount > 0 || sql.hasPrefix("DROP")
      #expect(isChange != sql.hasSuffix("WHERE 0"), "\(sql) changes nothing")
    }
    try queue.close()
    let found = try Self.answers(from: path)
    let examination = try ReportIndex(path: path).examine(isFull: true)
    for (answer, right) in zip(found, wanted) where answer != nil && answer != right {
      #expect(!examination.isSound, "\(sql)")
    }
    if sql.hasSuffix("WHERE 0") { return #expect(examination.isSound) }
    #expect(!examination.isSound, "\(sql)")
    let summary = try IndexRepair(ofIndexAt: path, after: examination).run()
    if !summary.isComplete {
      _ = try await Indexer(indexPath: path).index(try await Prepared.shared.value.reports)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.contains(".repair") }, "\(names)")
    let repaired = try ReportIndex(path: path)
    let again = try repaired.examine(isFull: true)
    #expect(again.isSound, "\(sql): \(again.faults)")
    #expect(try repaired.contents().paragraphs == paragraphs)
    if summary.isComplete {
      #expect(try Self.answers(from: path) == wanted, "\(sql)")
      #expect(try repaired.corrections() == before)
    }
  }

  @Test func `an index that another program is writing is not repaired`() async throws {
    let reports = try await Prepared.shared.value.reports
    let writer = try IndexWriter(path: path)
    #expect(try writer.remove(filesBelow: reports) > 0)
    let error = #expect(throws: IndexError.self) {
      try IndexRepair(ofIndexAt: path, after: IndexExamination()).run()
    }
    guard case .busy = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a commit to a deleted index fails`() throws {
    let writer = try IndexWriter(path: path)
    try writer.add(Source(paragraphs: ["甲"], name: "甲"), file: .named("/甲"))
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: IndexError(path: path, kind: .replaced)) { try writer.commit() }
  }

  @Test func `removing a correction restores the attributes of the text`() throws {
    let index = try ReportIndex(path: path)
    let fact = try index.corrections().first
    let title = try #require(index.reports().first { $0.year.year == 1999 }).title
    let writer = try IndexWriter(path: path)
    let taken = ToldFact(path: fact!.path, part: fact!.part, metadata: ReportMetadata())
    _ = try writer.correct([taken])
    try writer.commit()
    #expect(try index.examine(isFull: true).isSound)
    let year = try #require(index.reports().first { $0.title == title }).year.year
    #expect(year != 1999 && year != nil)
  }

  /// The answers and corrections of the intact index.
  private static let sound = Task {
    // The shared file must not be copied after SQLite has opened it in this process, so answers
    // come from a copy.
    let folder = try TemporaryFolder()
    let path = folder("index.sqlite")
    try FileManager.default.copyItem(atPath: try await Prepared.shared.value.path, toPath: path)
    return (
      answers: try answers(from: path), corrections: try ReportIndex(path: path).corrections()
    )
  }

  /// Returns the results of different searches as text; `nil` for a search that reports corruption.
  private static func answers(from path: String) throws -> [String?] {
    let parser = QueryParser()
    let queries = try [
      "控辍保学", "学", "~控辍保学", "教育 year:2011..2020", "region:云岭县 学校", "section:plan 教育",
      "same:sentence(学生 教师)", "heading:工作 教师",
    ].map { try parser.parse($0) }
    func telling(_ body: (ReportIndex) throws -> String) throws -> String? {
      do { return try body(ReportIndex(path: path)) } catch let error as IndexError {
        guard case .damaged = error.kind else { throw error }
        return nil
      }
    }
    var answers = try queries.map { query in
      try telling { index in
        var text = ""
        let totals = try index.forEachHit(of: query, order: .source) {
          text += "\($0.paragraph) \($0.matches) \($0.copies as Any)\n"
        }
        return "\(totals)\n" + text
      }
    }
    answers.append(
      try telling { index in
        let table = try index.counts(of: queries[0], by: .mentionYear, and: .region)
        return "\(table.totals) \(table.all) \(table.rows) \(table.columns)"
      })
    answers.append(
      try telling { index in
        let hits = try index.ask("怎样防止学生辍学？", limit: 9).hits
        return hits.map { "\($0.score) \($0.paragraph)" }.sorted().joined()
      })
    answers.append(try telling { "\(try $0.copies(limit: 99).groups.map(\.identifier))" })
    answers.append(
      try telling { index in
        let titles = try index.reports().map(\.title).sorted()
        return "\(titles) \(try index.contents())"
      })
    return answers
  }
}
