#if PostgreSQL
  import ReportSearch
  import TestSupport
  import Testing

  @testable import ReportSearchPostgreSQL

  /// Shards: the settings with which the coordinator and programs connect, and the names of new
  /// shards.
  struct ShardTests {
    private typealias Setting = PostgreSQLAddress.Setting

    @Test func `coordinator settings have no user, a timeout and the cursor option`() {
      let settings = Shard.settings([
        Setting("user", "reader"), Setting("host", "h"), Setting("dbname", "x"),
      ])
      #expect(
        settings == [
          Setting("host", "h"), Setting("dbname", "x"), Setting("connect_timeout", "5"),
          Setting("options", "-c cursor_tuple_fraction=1"),
        ])
    }

    @Test func `settings of the address are kept`() {
      let settings = Shard.settings([
        Setting("options", "-c work_mem=64MB"), Setting("connect_timeout", "30"),
      ])
      #expect(
        settings == [
          Setting("connect_timeout", "30"),
          Setting("options", "-c work_mem=64MB -c cursor_tuple_fraction=1"),
        ])
    }

    @Test func `shard names are numbered after the last one`() {
      let shards = ["duansou_shard_1", "duansou_shard_9"].map { Shard(name: $0, settings: []) }
      #expect(Shard.name(after: []) == "duansou_shard_1")
      #expect(Shard.name(after: Array(shards[..<1])) == "duansou_shard_2")
      #expect(Shard.name(after: shards) == "duansou_shard_10")
    }

    @Test func `an address for writing requires a writable host`() throws {
      let shard = Shard(
        name: "duansou_shard_1",
        settings: [
          Setting("host", "a,b"), Setting("dbname", "x"), Setting("target_session_attrs", "any"),
        ])
      let reading = try shard.address(user: "reader", isWriting: false)
      let writing = try shard.address(user: "writer", isWriting: true)
      #expect(reading["target_session_attrs"] == "any" && reading["user"] == "reader")
      #expect(writing["target_session_attrs"] == "read-write" && writing["user"] == "writer")
    }
  }

  /// Division of the paragraphs into one range per shard.
  struct ShardRangeTests {
    /// Returns the ranges for reports, each given by the number of its first paragraph and its
    /// number of paragraphs.
    private func ranges(_ reports: [(first: Int, length: Int)], count: Int) throws -> [Range<Int>] {
      let total = reports.reduce(0) { $0 + $1.length }
      return try ShardedParagraphs.ranges(of: Reports(rows: reports, total: total), count: count)
    }

    /// The table of reports, for the two statements that read it.
    private struct Reports: TableReader {
      let rows: [(first: Int, length: Int)]
      let total: Int

      func fetchEach(
        _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
      ) throws {
        try (sql.contains("sum(") ? sum : all).fetchEach(sql, arguments, body)
      }

      func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
        try (sql.contains("sum(") ? sum : all).fetchRows(sql, arguments)
      }

      private var sum: TableOfRows { TableOfRows([[rows.isEmpty ? .null : .integer(total)]]) }
      private var all: TableOfRows {
        TableOfRows(rows.map { [.integer($0.first), .integer($0.length)] })
      }
    }

    @Test func `equal reports are divided into equal ranges`() throws {
      let reports = (0..<6).map { (first: 1 + 10 * $0, length: 10) }
      #expect(try ranges(reports, count: 3) == [0..<21, 21..<41, 41..<61])
      #expect(try ranges(reports, count: 1) == [0..<61])
    }

    @Test func `an index without reports is one range`() throws {
      #expect(try ranges([], count: 3) == [0..<1])
    }

    @Test func `a report is never divided`() throws {
      #expect(try ranges([(1, 1000)], count: 4) == [0..<1001])
      #expect(try ranges([(1, 1), (2, 1000), (1002, 1)], count: 2) == [0..<1002, 1002..<1003])
    }

    @Test(.law, arguments: LawSeeds.seeds(20))
    func `ranges cover all paragraphs, end at reports and are about equal`(seed: UInt64) throws {
      var random = SeededRandom(seed: seed)
      for _ in 0..<20 {
        var reports: [(first: Int, length: Int)] = []
        var next = 1
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          // Removed reports leave gaps.
          next += Int.random(in: 0...1, using: &random) * Int.random(in: 0...50, using: &random)
          let length = Int.random(in: 1...30, using: &random)
          reports.append((next, length))
          next += length
        }
        let count = Int.random(in: 1...6, using: &random)
        let ranges = try ranges(reports, count: count)
        #expect(ranges.count <= count && ranges.allSatisfy { !$0.isEmpty })
        #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == next)
        let firsts = Set(reports.map(\.first))
        for (range, following) in zip(ranges, ranges.dropFirst()) {
          #expect(range.upperBound == following.lowerBound && firsts.contains(range.upperBound))
        }
        let total = reports.reduce(0) { $0 + $1.length }
        let longest = reports.map(\.length).max()!
        for range in ranges {
          let held = reports.filter { range.contains($0.first) }.reduce(0) { $0 + $1.length }
          #expect(held <= total / count + 2 * longest, "\(reports) \(ranges)")
        }
      }
    }
  }
#endif
