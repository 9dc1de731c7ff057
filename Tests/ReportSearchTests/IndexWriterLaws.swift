import Corpus
import FTS5Tokenizer
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

/// After additions, replacements and removals, an index equals one to which only the remaining
/// sources were added.
struct IndexWriterLaws {
  @Test(.law, arguments: LawSeeds.seeds(8))
  func `any sequence of changes gives the index of the remaining sources`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    let changed = try IndexWriter(path: folder("changed.sqlite"))
    var held: [String: Source] = [:]
    for step in 0..<60 {
      let path = "/\(Int.random(in: 0..<8, using: &random))"
      if Int.random(in: 0..<4, using: &random) == 0 {
        try changed.remove(filesAt: [path])
        held[path] = nil
      } else {
        let texts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          random.string(of: Alphabets.ordinary + Alphabets.hostile, length: 0...10)
        }
        // Sometimes two files have the same content.
        let source = Source(paragraphs: texts, name: "\(step % 40)")
        try changed.add(source, file: .named(path))
        held[path] = source
      }
      if Int.random(in: 0..<5, using: &random) == 0 { try changed.commit() }
    }
    try changed.commit()
    let rebuilt = try IndexWriter(path: folder("rebuilt.sqlite"))
    for (path, source) in held.sorted(by: { $0.key < $1.key }) {
      try rebuilt.add(source, file: .named(path))
    }
    try rebuilt.commit()
    #expect(try Dump(of: folder("changed.sqlite")) == Dump(of: folder("rebuilt.sqlite")))
  }

  @Test func `removing a paragraph removes its tokens`() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.add(Source(paragraphs: ["控輟保學", "留守"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    try writer.add(Source(paragraphs: ["别的"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    let index = try ReportIndex(path: folder("index.sqlite"))
    #expect(try index.search(QueryParser().parse("控辍"), limit: 1).totals.paragraphs == 0)
    #expect(try index.search(QueryParser().parse("别的"), limit: 1).totals.paragraphs == 1)
    #expect(try index.contents().paragraphs == 1)
    // Row identifiers are not reused.
    #expect(try index.ranking(of: QueryParser().parse("别的"), limit: 1).best[0].id == 3)
  }

  @Test func `one content under two paths is stored once`() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    let source = Source(paragraphs: ["控辍保学"], name: "甲")
    try writer.add(source, file: .named("/甲"))
    try writer.add(source, file: .named("/乙"))
    try writer.commit()
    let index = try ReportIndex(path: folder("index.sqlite"))
    #expect(try index.reports().map(\.sourcePaths) == [["/乙", "/甲"]])
    try writer.remove(filesAt: ["/甲"])
    try writer.commit()
    #expect(try index.reports().map(\.sourcePaths) == [["/乙"]])
    try writer.remove(filesAt: ["/乙"])
    try writer.commit()
    #expect(try index.reports().isEmpty)
  }

  @Test func `uncommitted changes are not stored`() throws {
    let folder = try TemporaryFolder()
    do {
      let writer = try IndexWriter(path: folder("index.sqlite"))
      try writer.add(Source(paragraphs: ["甲"], name: "甲"), file: .named("/甲"))
      try writer.commit()
      try writer.add(Source(paragraphs: ["乙"], name: "乙"), file: .named("/乙"))
    }
    let index = try ReportIndex(path: folder("index.sqlite"))
    #expect(try index.reports().map(\.title) == ["甲"])
  }

  @Test func `bulk loading uses no savepoints`() throws {
    // Inside a savepoint, FTS5 flushes its pending lists after each statement, which halves the
    // speed. Without savepoints, one transaction with many reports leaves a single segment if
    // merging is off.
    let folder = try TemporaryFolder()
    _ = try IndexWriter(path: folder("index.sqlite"))
    let settings = try IndexConnection.open(
      writingAt: folder("index.sqlite"), waiting: .zero, tokenizer: FTS5BigramTokenizer())
    try settings.write { db in
      for name in ["automerge", "crisismerge"] {
        try db.execute(
          sql: "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES (?, ?)",
          arguments: [name, name == "automerge" ? 0 : 1000])
      }
    }
    try settings.close()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    for number in 0..<50 {
      try writer.add(
        Source(paragraphs: ["第\(number)份报告", "控辍保学"], name: "\(number)"), file: .named("/\(number)")
      )
    }
    try writer.commit()
    let queue = try IndexConnection.open(readingAt: folder("index.sqlite"))
    let segments = try queue.read {
      try Int.fetchOne($0, sql: "SELECT count(DISTINCT segid) FROM paragraph_fts_idx")
    }
    #expect(segments == 1)
  }
}

/// The contents of an index, without the row identifiers that depend on the order of insertion.
private struct Dump: Equatable {
  let paragraphs: [String]
  let files: [String]
  let tokens: [String]
  let lengths: [String]

  init(of path: String) throws {
    let queue = try IndexConnection.open(readingAt: path)
    (paragraphs, files, tokens, lengths) = try queue.read { db in
      let place = "identifier || '.' || number"
      let join = "JOIN report ON report.id = paragraph.report"
      let paragraphs = try String.fetchAll(
        db,
        sql: """
          SELECT \(place) || ' ' || hex(text) || ' ' || kind FROM paragraph \(join) ORDER BY 1
          """)
      let files = try String.fetchAll(
        db,
        sql: """
          SELECT path || ' ' || hex(sha256) FROM source_file JOIN source ON source.id = source
          ORDER BY 1
          """)
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.instance USING fts5vocab(main, 'paragraph_fts', 'instance')"
      )
      let tokens = try String.fetchAll(
        db,
        sql: """
          SELECT \(place) || ' ' || hex(term) || ' ' || offset FROM temp.instance
          JOIN paragraph ON paragraph.id = doc \(join) ORDER BY 1
          """)
      let orphans = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM temp.instance WHERE doc NOT IN (SELECT id FROM paragraph)")
      #expect(orphans == 0)
      let attributes = try ParagraphAttributes(reading: db)
      let rows = try Row.fetchAll(
        db, sql: "SELECT paragraph.id, \(place), report FROM paragraph \(join) ORDER BY 2")
      #expect(attributes.paragraphCount == rows.count)
      let lengths = rows.map { row in
        let id: Int = row[0]
        #expect(Int(attributes.reports[id]) == row[2])
        return "\(row[1] as String) \(attributes.characterCounts[id])"
      }
      return (paragraphs, files, tokens, lengths)
    }
  }
}
