import Corpus
import FTS5Tokenizer
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

/// Corrupt FTS5 pages: the result is an error, the answer of FTS5's own interface, or the answer of
/// the intact index.
struct SegmentFaults {
  private static let alphabet = Array("控辍保学校的，1a".unicodeScalars)

  @Test(.law, arguments: LawSeeds.seeds(20))
  func `corruption is an error or gives an answer of FTS5 or of the intact index`(seed: UInt64)
    throws
  {
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    let sound = folder("sound.sqlite")
    try build(sound, using: &random)
    let queries = try (0..<20).map { _ in
      try QueryParser().parse(
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          "\"" + random.string(of: Array("控辍保学校的".unicodeScalars), length: 1...5) + "\""
        }.joined(separator: " "))
    }
    let wanted = answers(to: queries, in: sound, .interface)
    var told = 0
    // Corruption may not affect the pages that the queries read, so rounds continue until one is reported.
    for number in 0..<60 where number < 12 || told == 0 {
      let path = folder("damaged-\(number).sqlite")
      try FileManager.default.copyItem(atPath: sound, toPath: path)
      try damage(path, number % 12, using: &random)
      let answers = answers(to: queries, in: path, .pages)
      let interface = self.answers(to: queries, in: path, .interface)
      for place in queries.indices {
        guard let answer = answers[place] else {
          told += 1
          continue
        }
        #expect(
          answer == interface[place] || answer == wanted[place],
          "\(seed), \(number), \(queries[place])")
      }
    }
    #expect(told > 0)
  }

  private func build(_ path: String, using random: inout SeededRandom) throws {
    let writer = try IndexWriter(path: path)
    try configure(path, using: &random)
    for step in 0..<40 {
      let texts = (0..<6).map { _ in random.string(of: Self.alphabet, length: 0...50) }
      try writer.add(Source(paragraphs: texts, name: "\(step)"), file: .named("/\(step % 30)"))
      if step.isMultiple(of: 13) { try writer.commit() }
    }
    try writer.commit()
  }

  private func configure(_ path: String, using random: inout SeededRandom) throws {
    let size = [64, 128, 1000].randomElement(using: &random)!
    try change(path) { db in
      try db.execute(
        sql: "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES ('pgsz', ?)", arguments: [size])
    }
  }

  private struct Answer: Equatable {
    let totals: SearchResult.Totals
    let hits: [Hit]
  }

  /// Returns the answers to queries; `nil` for those that fail.
  private func answers(
    to queries: [Query], in path: String, _ postings: PostingsAccess
  ) -> [Answer?] {
    guard let index = try? ReportIndex(path: path, postings: postings) else {
      return queries.map { _ in nil }
    }
    return queries.map { query in
      (try? index.search(query, limit: 30)).map { Answer(totals: $0.totals, hits: $0.hits) }
    }
  }

  private func damage(
    _ path: String, _ number: Int, using random: inout SeededRandom
  ) throws {
    switch number {
    case 0..<7:
      try change(path) { db in
        let ids = try Int.fetchAll(db, sql: "SELECT id FROM paragraph_fts_data WHERE id > 100")
        let id = number == 0 ? SegmentStructure.row : ids.randomElement(using: &random)!
        var block = [UInt8](
          try Data.fetchOne(
            db, sql: "SELECT block FROM paragraph_fts_data WHERE id = ?", arguments: [id])!)
        if number == 6 {
          block.removeLast(Int.random(in: 1...block.count, using: &random))
        } else {
          for _ in 0..<number {
            block[Int.random(in: block.indices, using: &random)] ^=
              1 << UInt8.random(in: 0...7, using: &random)
          }
        }
        try db.execute(
          sql: "UPDATE paragraph_fts_data SET block = ? WHERE id = ?",
          arguments: [Data(block), id])
      }
    case 7:
      try change(path) { try $0.execute(sql: "UPDATE paragraph_fts_idx SET pgno = pgno + 2") }
    case 8:
      try change(path) { db in
        try db.execute(
          sql: "DELETE FROM paragraph_fts_data WHERE id IN (SELECT id FROM paragraph_fts_data "
            + "WHERE id > 100 ORDER BY id LIMIT 1 OFFSET 2)")
      }
    default:
      // Replaces one page by another.
      try change(path) { db in
        try db.execute(
          sql: """
            UPDATE paragraph_fts_data SET block = (
              SELECT block FROM paragraph_fts_data WHERE id > 100 ORDER BY id DESC LIMIT 1)
            WHERE id = (SELECT id FROM paragraph_fts_data WHERE id > 100 ORDER BY id LIMIT 1 OFFSET ?)
            """, arguments: [number])
      }
    }
  }

  private func change(_ path: String, _ body: (Database) throws -> Void) throws {
    let queue = try IndexConnection.open(
      writingAt: path, waiting: .seconds(1), tokenizer: FTS5BigramTokenizer())
    try queue.writeWithoutTransaction(body)
    try queue.close()
  }
}
