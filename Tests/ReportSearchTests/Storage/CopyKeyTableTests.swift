import Foundation
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

/// The table of the texts that have each near-duplicate key.
struct CopyKeyTableTests {
  private func database() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(
        sql: "CREATE TABLE copy_keys (first_key INTEGER PRIMARY KEY, entries BLOB NOT NULL)")
    }
    return queue
  }

  private func entry(_ key: UInt64, _ text: UInt64) -> UInt64 { key << 32 | text }

  @Test(.law, arguments: LawSeeds.seeds(10))
  func `entries are sorted by key, then by text, each once`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let entries = (1...200 as ClosedRange<UInt64>).flatMap { text in
      (0..<4).map { _ in
        entry(
          [.random(in: 0...5, using: &random), .random(in: 0..<1 << 31, using: &random)]
            .randomElement(using: &random)!, text)
      }
    }
    #expect(CopyKeyTable.sorted(entries) == Set(entries).sorted())
  }

  @Test func `keys that several texts have are reported`() {
    let entries = [entry(1, 5), entry(2, 3), entry(2, 4), entry(7, 1), entry(9, 1), entry(9, 2)]
    var found: [[UInt64]] = []
    CopyKeyTable.forEachKey(of: entries) { found.append(Array($0)) }
    #expect(found == [[entry(2, 3), entry(2, 4)], [entry(9, 1), entry(9, 2)]])
  }

  @Test(.law, arguments: LawSeeds.seeds(10))
  func `any changes give the entries of a set and report the keys that grew`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let queue = try database()
    var held: Set<UInt64> = []
    for step in 0..<12 {
      let removed = held.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      // Two keys have more entries than a row can contain; most others have one.
      let new = Set(
        (0..<Int.random(in: 0...1500, using: &random)).map { number in
          entry(
            [3, 4, .random(in: 0..<1 << 31, using: &random)].randomElement(using: &random)!,
            UInt64(step * 2000 + number))
        }
      ).subtracting(held)
      held = held.subtracting(removed).union(new)
      var grown: [[UInt64]] = []
      let all = try queue.write { db in
        try CopyKeyTable.update(adding: new.sorted(), removing: removed.sorted(), in: db) {
          grown.append(Array($0))
        }
        return try CopyKeyTable.entries(in: db)
      }
      try #require(all == held.sorted(), "step \(step)")
      let keys = Dictionary(grouping: held) { $0 >> 32 }
      let wanted = Set(new.map { $0 >> 32 }).filter { keys[$0]!.count > 1 }.sorted()
      try #require(grown == wanted.map { keys[$0]!.sorted() }, "step \(step)")
    }
  }

  @Test(arguments: [[0x80], [1], [1, 2, 0, 2], [1, 2, 0, 1]] as [[UInt8]])
  func `entries that are not ascending or are truncated are corruption`(bytes: [UInt8]) throws {
    try database().write { db in
      try db.execute(
        sql: "INSERT INTO copy_keys VALUES (0, ?)", arguments: [Data(bytes)])
      #expect(throws: DamagedStorage.self) { _ = try CopyKeyTable.entries(in: db) }
    }
  }

  @Test func `rows that are not ascending are corruption`() throws {
    try database().write { db in
      try db.execute(
        sql: "INSERT INTO copy_keys VALUES (0, ?), (5, ?)",
        arguments: [Data([6, 1]), Data([5, 1])])
      #expect(throws: DamagedStorage.self) { _ = try CopyKeyTable.entries(in: db) }
    }
  }
}
