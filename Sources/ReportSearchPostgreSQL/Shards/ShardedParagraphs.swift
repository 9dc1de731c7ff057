#if PostgreSQL
  import Dispatch
  import ReportSearch
  import Synchronization

  /// The paragraph tables of an index, distributed over shards during a copy. Each shard stores a
  /// range of ids, and each report is on one shard.
  ///
  /// Each copy has a schema of its own on the shards. The coordinator's foreign tables refer to the
  /// current one. The coordinator's transaction therefore switches all shards to the new copy at
  /// once.
  final class ShardedParagraphs {
    /// A shard and its range of paragraph ids.
    struct Part {
      let shard: Shard
      let address: PostgreSQLAddress
      let connection: PostgreSQLConnection
      let ids: Range<Int>
    }

    /// The shards with a non-empty range.
    let parts: [Part]
    /// A regular expression for the names of the schemas of copies.
    static let schemaPattern = "^duansou_[0-9a-f]{16}$"

    private let schema: String
    private let idle: [Part]

    /// Begins a transaction on each shard with a non-empty range. Returns `nil` if the coordinator
    /// has no shards.
    init?(
      of file: any TableReader, on coordinator: PostgreSQLConnection, _ address: PostgreSQLAddress
    ) throws {
      let shards = try Shard.all(coordinator)
      guard !shards.isEmpty, let name = try ShardFormat.name(of: coordinator, address) else {
        return nil
      }
      let ranges = try Self.ranges(of: file, count: shards.count)
      // The lower bound makes the name 16 digits long.
      schema = "duansou_" + String(UInt64.random(in: (1 << 60)...(.max)), radix: 16)
      var parts: [Part] = []
      for (place, shard) in shards.enumerated() {
        let own = try shard.address(user: coordinator.user, isWriting: true)
        try Self.telling(own) {
          let connection = try PostgreSQLConnection(own, isLoading: true)
          try ShardFormat.check(connection, own, coordinator: name, name: shard.name)
          let ids = place < ranges.count ? ranges[place] : 0..<0
          if !ids.isEmpty { try connection.execute("BEGIN") }
          parts.append(Part(shard: shard, address: own, connection: connection, ids: ids))
        }
      }
      self.parts = parts.filter { !$0.ids.isEmpty }
      idle = parts.filter(\.ids.isEmpty)
    }

    /// Creates the tables on all shards.
    func create(_ tables: [StoredTable]) throws {
      for part in parts {
        try Self.telling(part.address) {
          try part.connection.execute("CREATE SCHEMA \(schema)")
          try part.connection.execute("SET LOCAL search_path = \(schema)")
          try PostgreSQLSchema.createTables(tables, part.connection)
        }
      }
    }

    /// Creates the indexes on all shards concurrently, and commits.
    func commit(_ tables: [StoredTable]) throws {
      let failure = Mutex<(any Error)?>(nil)
      nonisolated(unsafe) let parts = parts
      DispatchQueue.concurrentPerform(iterations: parts.count) { place in
        do {
          try Self.telling(parts[place].address) {
            try PostgreSQLSchema.index(tables, [], parts[place].connection)
            try parts[place].connection.execute("COMMIT")
          }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
      if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Attaches the tables as partitions of the coordinator's tables of the same names.
    func attach(_ tables: [StoredTable], _ coordinator: PostgreSQLConnection) throws {
      for (place, part) in parts.enumerated() {
        let first = place == 0 ? "MINVALUE" : "\(part.ids.lowerBound)"
        let end = place == parts.count - 1 ? "MAXVALUE" : "\(part.ids.upperBound)"
        for table in tables {
          try coordinator.execute(
            """
            CREATE FOREIGN TABLE \(table.name)_\(place + 1)
            PARTITION OF \(table.name) FOR VALUES FROM (\(first)) TO (\(end))
            SERVER \(part.shard.name) OPTIONS (schema_name '\(schema)', table_name '\(table.name)')
            """)
        }
      }
    }

    /// Removes the copies that no index uses any more from the shards. A copy that is still being
    /// read remains until the next copy.
    func removeOthers() {
      for part in parts + idle {
        try? part.connection.execute("SET lock_timeout = '10s'")
        let schemas = try? part.connection.query(
          "SELECT nspname FROM pg_namespace WHERE nspname ~ '\(Self.schemaPattern)' AND nspname <> ?",
          [.text(schema)])
        for row in schemas?.rows ?? [] {
          try? part.connection.execute("DROP SCHEMA \(row.text(0)!) CASCADE")
        }
      }
    }

    /// Runs a closure and converts its failures to `IndexError`s with the address of a server.
    static func telling<Value>(
      _ address: PostgreSQLAddress, _ body: () throws -> Value
    ) throws -> Value {
      do { return try body() } catch let failure as PostgreSQLFailure {
        throw failure.error(at: address)
      }
    }

    /// Divides the paragraphs of a file at report boundaries into ranges of about equal size.
    static func ranges(of file: any TableReader, count: Int) throws -> [Range<Int>] {
      let total = try file.integer("SELECT sum(paragraph_count) FROM report") ?? 0
      var bounds = [0]
      var end = 0
      var paragraphs = 0
      try file.fetchEach(
        "SELECT first_paragraph, paragraph_count FROM report ORDER BY first_paragraph", []
      ) { row in
        guard let first = row.integer(0), let length = row.integer(1) else { return }
        if bounds.count < count, paragraphs > 0, paragraphs * count >= total * bounds.count {
          bounds.append(first)
        }
        paragraphs += length
        end = first + length
      }
      bounds.append(max(end, 1))
      return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }
  }
#endif
