import FTS5Tokenizer
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

struct SchemaTests {
  @Test func `a new index has the recorded tables, as older programs read them`() throws {
    let folder = try TemporaryFolder()
    let queue = try IndexConnection.open(
      writingAt: folder("index.sqlite"), waiting: .zero, tokenizer: FTS5BigramTokenizer())
    let statements = try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    }
    try expectSnapshot(statements.map { $0 + ";\n" }.joined(), named: "schema.sql")
  }
}
