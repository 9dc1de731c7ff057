#if PostgreSQL
  import Foundation
  import ReportSearch

  /// Copies an index from a file to a server, or from a server to a file.
  ///
  /// A copy becomes visible only when it is complete. Every table is read back and compared with
  /// the original.
  public struct IndexCopy {
    /// The progress of a copy.
    public struct Progress: Hashable, Sendable {
      /// The consecutive steps of a copy.
      public enum Step: Hashable, Sendable { case copying, indexing, verifying }

      /// The current step.
      public let step: Step
      /// The number of rows copied or compared so far, in all tables.
      public let rows: Int
      /// The number of rows in all tables; 0 if unknown.
      public let total: Int
    }

    /// The size of a copy.
    public struct Summary: Hashable, Sendable {
      /// The number of tables.
      public let tables: Int
      /// The number of rows in all tables.
      public let rows: Int
    }

    private let progress: (Progress) throws -> Void

    /// Prepares copying.
    ///
    /// - Parameter progress: Called with the progress. If it throws, the copy ends.
    public init(progress: @escaping (Progress) throws -> Void = { _ in }) {
      self.progress = progress
    }

    /// Copies a file to a server.
    ///
    /// - Parameters:
    ///   - replacing: True to replace an existing index. Its readers can read the copy.
    ///   - readers: Further roles that may read the copy.
    /// - Throws: An `IndexError`. The server then has its previous index, unless the connection was
    ///   lost during the final commit.
    public func copy(
      file path: String, toServer uri: String, replacing: Bool = false,
      readers: [String] = []
    ) throws -> Summary {
      let address = try PostgreSQLAddress(uri)
      let file = try SQLiteStorage(path: path)
      return try telling(address) {
        let connection = try PostgreSQLConnection(address, isLoading: true)
        try connection.execute("BEGIN")
        try prepare(connection, address, replacing: replacing)
        let (summary, shards) = try file.reading { try fill(connection, from: $0, address) }
        try PostgreSQLSchema.publish(connection, readers: readers)
        try connection.execute("COMMIT")
        shards?.removeOthers()
        return summary
      }
    }

    /// Copies an index from a server to a file that must not exist yet.
    ///
    /// - Throws: An `IndexError`; there is then no file.
    public func copy(server uri: String, toFile path: String) throws -> Summary {
      try copy(server: uri, toFile: path) { _ in }
    }

    /// Copies as ``copy(server:toFile:)`` does, and then calls a closure with the connection, which
    /// still has the snapshot that was copied.
    func copy(
      server uri: String, toFile path: String, beside: (PostgreSQLConnection) throws -> Void
    ) throws -> Summary {
      let address = try PostgreSQLAddress(uri)
      return try telling(address) {
        let connection = try PostgreSQLConnection(address, isLoading: true)
        try PostgreSQLSchema.check(connection, address)
        try PostgreSQLSchema.beginReading(connection)
        try PostgreSQLSchema.check(connection, address)
        try connection.execute("SET LOCAL search_path = \(PostgreSQLSchema.name)")
        var digests: [(table: StoredTable, digest: TableDigest)] = []
        try IndexRestoration.restore(to: path) { restoration in
          let counts = try restoration.tables.map {
            try connection.query("SELECT count(*) FROM \($0.name)").rows[0].integer(0) ?? 0
          }
          var counter = Counter(.copying, total: counts.reduce(0, +), progress)
          for table in restoration.tables {
            let filling = try restoration.filling(table)
            let digest = try connection.forEachTuple(of: table) { row in
              try filling.add(values(ofTuple: row))
              try counter.count()
            }
            digests.append((table, digest))
          }
          try progress(Progress(step: .indexing, rows: 0, total: 0))
        } checking: { file in
          try compare(digests, at: path) { table, add in try table.forEachTuple(in: file, add) }
        }
        try beside(connection)
        return Summary(
          tables: digests.count, rows: digests.reduce(0) { $0 + $1.digest.rowCount })
      }
    }

    private func prepare(
      _ connection: PostgreSQLConnection, _ address: PostgreSQLAddress, replacing: Bool
    ) throws {
      // The lock lasts for the session, so that it also covers the removal of replaced copies. It
      // excludes other copies and writers.
      let lock = try connection.query(
        "SELECT 1 WHERE pg_try_advisory_lock(\(PostgreSQLSchema.writersLock))")
      guard !lock.rows.isEmpty else { throw IndexError(path: address.uri, kind: .busy(nil)) }
      try connection.checkEncoding()
      guard try PostgreSQLSchema.exists(connection) else { return }
      guard replacing else { throw IndexError(path: address.uri, kind: .alreadyThere) }
      // A schema of another program must not be dropped. An index of another version may be.
      do { try PostgreSQLSchema.check(connection, address) } catch let error as IndexError {
        if error.kind == .notAnIndex { throw error }
      }
    }

    private func fill(
      _ connection: PostgreSQLConnection, from file: any IndexSnapshot,
      _ address: PostgreSQLAddress
    ) throws -> (Summary, ShardedParagraphs?) {
      let copied = try StoredTable.all(in: file)
      let paragraphs = try file.integer("SELECT count(*) FROM paragraph") ?? 0
      let total = try copied.reduce(paragraphs) { sum, table in
        sum + (try file.integer("SELECT count(*) FROM \(table.name)") ?? 0)
      }
      let tables = copied + [PostgreSQLSchema.folded]
      let shards = try ShardedParagraphs(of: file, on: connection, address)
      let spread = shards == nil ? [] : tables.filter { Self.tablesOfParagraphs.contains($0.name) }
      try PostgreSQLSchema.create(tables, sharded: spread, connection)
      try shards?.create(spread)
      var counter = Counter(.copying, total: total, progress)
      var digests: [(table: StoredTable, digest: TableDigest)] = []
      for table in tables {
        var digest = TableDigest()
        func fill(_ server: PostgreSQLConnection, ids: Range<Int>?) throws {
          let sent = try server.fill(table) { add in
            let rows =
              table == PostgreSQLSchema.folded ? StoredTable.forEachFoldedTuple : table.forEachTuple
            try rows(file, ids) {
              try add($0)
              try counter.count()
            }
          }
          digest.add(sent)
        }
        if let shards, spread.contains(table) {
          for part in shards.parts {
            try ShardedParagraphs.telling(part.address) { try fill(part.connection, ids: part.ids) }
          }
        } else {
          try fill(connection, ids: nil)
        }
        digests.append((table, digest))
      }
      try progress(Progress(step: .indexing, rows: 0, total: 0))
      let own = tables.filter { !spread.contains($0) }
      try PostgreSQLSchema.index(own, StoredTable.indexes(in: file), connection)
      try shards?.commit(spread)
      try shards?.attach(spread, connection)
      try compare(digests, at: address.uri) { table, add in
        _ = try connection.forEachTuple(of: table, add)
      }
      return (Summary(tables: copied.count, rows: total - paragraphs), shards)
    }

    /// The tables that shards store. Their ids are those of the paragraphs.
    private static let tablesOfParagraphs: Set = ["paragraph", PostgreSQLSchema.folded.name]

    /// Reads tables back, and compares them with the rows that were written.
    private func compare(
      _ written: [(table: StoredTable, digest: TableDigest)], at path: String,
      reading forEachTuple: (StoredTable, (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
      var counter = Counter(
        .verifying, total: written.reduce(0) { $0 + $1.digest.rowCount }, progress)
      for (table, digest) in written {
        var read = TableDigest()
        try forEachTuple(table) {
          read.add($0)
          try counter.count()
        }
        guard read == digest else {
          throw IndexError(path: path, kind: .copyDiffers(table: table.name))
        }
      }
    }

    private func telling<Value>(
      _ address: PostgreSQLAddress, _ body: () throws -> Value
    ) throws -> Value {
      do { return try body() } catch let failure as PostgreSQLFailure {
        throw failure.error(at: address)
      }
    }

    /// Counts rows, and reports progress every thousand rows.
    private struct Counter {
      private let step: Progress.Step
      private let total: Int
      private let progress: (Progress) throws -> Void
      private var rows = 0

      init(_ step: Progress.Step, total: Int, _ progress: @escaping (Progress) throws -> Void) {
        (self.step, self.total, self.progress) = (step, total, progress)
      }

      mutating func count() throws {
        rows += 1
        if rows % 1000 == 0 { try progress(Progress(step: step, rows: rows, total: total)) }
      }
    }
  }
#endif
