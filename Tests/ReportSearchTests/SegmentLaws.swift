import Corpus
import FTS5Tokenizer
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing
import TextAnalysis

@testable import ReportSearch

/// This project's reader of FTS5 pages, against FTS5's own interface.
struct SegmentLaws {
  private static let alphabet = Array("控辍保学校的，1a".unicodeScalars)

  /// Returns strings of which many occur, some overlap themselves and some do not occur.
  private static func strings(using random: inout SeededRandom) -> [FoldedText] {
    (0..<12).map { _ in FoldedText(random.string(of: alphabet, length: 1...7)) }
      .filter { !$0.isEmpty } + ["控", "的的", "控辍保学", "学学学"]
  }

  @Test(.law, arguments: LawSeeds.seeds(40))
  func `pages and FTS5's interface agree after any changes`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try configure(folder("index.sqlite"), using: &random)
    let index = try ReportIndex(path: folder("index.sqlite"))
    var occurrences = 0
    var segmentCounts: Set<Int> = []
    for step in 0..<60 {
      let path = "/\(Int.random(in: 0..<9, using: &random))"
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: try writer.remove(filesAt: [path])
      case 2:
        try writer.commit()
        try merge(folder("index.sqlite"), using: &random)
      default:
        // Sometimes a paragraph has position lists that are longer than a page.
        let longest = Int.random(in: 0..<6, using: &random) == 0 ? 900 : 30
        let texts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          random.string(of: Self.alphabet, length: 0...longest)
        }
        try writer.add(Source(paragraphs: texts, name: "\(step)"), file: .named(path))
      }
      if Bool.random(using: &random) { try writer.commit() }
      let comparison = try index.comparePostings(of: Self.strings(using: &random))
      try #require(comparison.unreadable == nil, "\(seed), step \(step)")
      try #require(comparison.differences.isEmpty, "\(seed), step \(step)")
      occurrences += comparison.occurrenceCount
      segmentCounts.insert(try segmentCount(folder("index.sqlite")))
    }
    #expect(occurrences > 1000)
    #expect(segmentCounts.count > 1)
  }

  @Test(.law) func `reads stay consistent while a writer commits continually`() async throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.commit()
    let isDone = Mutex(false)
    let reads = Mutex(0)
    async let writing: Void = Task.detached {
      defer { isDone.withLock { $0 = true } }
      var random = SeededRandom(seed: LawSeeds.seed(3))
      var step = 0
      while step < 60 || reads.withLock({ $0 < 9 }) {
        step += 1
        let texts = (0..<4).map { _ in random.string(of: Self.alphabet, length: 0...60) }
        try writer.add(
          Source(paragraphs: texts, name: "\(step)"), file: .named("/\(step % 20)"))
        try writer.commit()
        await Task.yield()
      }
    }.value
    defer { reads.withLock { $0 = .max } }
    let index = try ReportIndex(path: folder("index.sqlite"))
    var random = SeededRandom(seed: LawSeeds.seed(4))
    var states: Set<Int> = []
    while !isDone.withLock({ $0 }) {
      let comparison = try index.comparePostings(of: Self.strings(using: &random))
      #expect(comparison.differences.isEmpty && comparison.unreadable == nil)
      states.insert(comparison.occurrenceCount)
      reads.withLock { $0 += 1 }
      await Task.yield()
    }
    try await writing
    #expect(states.count > 1)
  }

  @Test func `answers never use caches of an older state`() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.add(Source(paragraphs: ["控辍"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    let index = try ReportIndex(path: folder("index.sqlite"))
    let query = try QueryParser().parse("控辍")
    #expect(try index.search(query, limit: 9).totals.paragraphs == 1)
    try writer.add(Source(paragraphs: ["控辍", "控辍保学"], name: "乙"), file: .named("/乙"))
    try writer.commit()
    #expect(try index.search(query, limit: 9).totals.paragraphs == 3)
    try writer.remove(filesAt: ["/甲"])
    try writer.commit()
    #expect(try index.search(query, limit: 9).totals.paragraphs == 2)
  }

  @Test func `pages of another version are read through FTS5's interface`() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.add(Source(paragraphs: ["控辍保学"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    let settings = try IndexConnection.open(
      writingAt: folder("index.sqlite"), waiting: .seconds(1), tokenizer: FTS5BigramTokenizer())
    // If so configured, SQLite 3.42 and later write version 5 and delete rows at once. A structure
    // record with tombstones begins like this one.
    for (sql, failure) in [
      (
        "UPDATE paragraph_fts_data SET block = substr(block, 1, 4) || x'FF000001' || substr(block, 5) "
          + "WHERE id = 10", UnreadablePages.structure
      ),
      ("UPDATE paragraph_fts_config SET v = 5 WHERE k = 'version'", .version(5)),
    ] {
      try settings.write { try $0.execute(sql: sql) }
      let index = try ReportIndex(path: folder("index.sqlite"))
      #expect(try index.comparePostings(of: ["控辍"]).unreadable == failure)
    }
  }

  @Test func `a corrupt page is read through FTS5's interface and reported`() throws {
    let index = try ParagraphIndex(["控辍保学", "控辍"])
    let search = try ReportIndex(path: index.path)
    let query = try QueryParser().parse("控辍")
    let result = try search.search(query, limit: 5)
    #expect(try search.explanation(of: result).unreadablePages == nil)
    let settings = try IndexConnection.open(
      writingAt: index.path, waiting: .seconds(1), tokenizer: FTS5BigramTokenizer())
    // The page's first two bytes are the offset of the first rowid of a list that continues from the
    // previous page. They now point past the end of the page; FTS5 does not read them here.
    let page = Segment(id: 1, pages: 1...1).row(ofPage: 1)
    try settings.write { db in
      try db.execute(
        sql: "UPDATE paragraph_fts_data SET block = x'FFFF' || substr(block, 3) WHERE id = ?",
        arguments: [page])
    }
    let again = try search.search(query, limit: 5)
    #expect(again.hits == result.hits && again.totals == result.totals)
    #expect(try search.explanation(of: again).unreadablePages == .page(page))
  }

  private func configure(_ path: String, using random: inout SeededRandom) throws {
    let settings = try IndexConnection.open(
      writingAt: path, waiting: .seconds(1), tokenizer: FTS5BigramTokenizer())
    try settings.write { db in
      for (name, values) in [
        ("pgsz", [64, 128, 1000, 4050]), ("hashsize", [300, 3000, 1_000_000]),
        ("automerge", [0, 2, 4]), ("crisismerge", [4, 16]), ("usermerge", [2, 4]),
      ] {
        try db.execute(
          sql: "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES (?, ?)",
          arguments: [name, values.randomElement(using: &random)!])
      }
    }
    try settings.close()
  }

  private func merge(_ path: String, using random: inout SeededRandom) throws {
    let settings = try IndexConnection.open(
      writingAt: path, waiting: .seconds(1), tokenizer: FTS5BigramTokenizer())
    try settings.write { db in
      if Int.random(in: 0..<3, using: &random) == 0 {
        try db.execute(sql: "INSERT INTO paragraph_fts(paragraph_fts) VALUES ('optimize')")
      } else {
        // Merges a few pages only, so that merges stay incomplete.
        try db.execute(
          sql: "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES ('merge', ?)",
          arguments: [[-3, 1, 2, 4].randomElement(using: &random)!])
      }
    }
    try settings.close()
  }

  private func segmentCount(_ path: String) throws -> Int {
    try IndexConnection.open(readingAt: path).read {
      try Int.fetchOne($0, sql: "SELECT count(DISTINCT segid) FROM paragraph_fts_idx") ?? 0
    }
  }
}
