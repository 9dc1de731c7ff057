#if PostgreSQL
  import Foundation
  package import ReportSearch
  import TextAnalysis

  /// An index on a server, to read from.
  ///
  /// It connects when it is first read, and again after a failure: each read is one transaction, and sees one
  /// state.
  package final class PostgreSQLStorage: IndexStorage {
    private let address: PostgreSQLAddress
    private let lock = NSLock()
    // Guarded by the lock.
    nonisolated(unsafe) private var connection: PostgreSQLConnection?
    nonisolated(unsafe) private var isSharded = false
    nonisolated(unsafe) private var deadline: Deadline?

    /// Opens an index.
    ///
    /// - Parameter uri: The server and its database, without a password: libpq takes it from `~/.pgpass` or
    ///   `PGPASSWORD`.
    /// - Throws: An `IndexError` if there is none, or not one that this program can search.
    package init(uri: String) throws {
      address = try PostgreSQLAddress(uri)
      try reading { _ in }
    }

    package var path: String { address.uri }
    package var unreadablePages: UnreadablePages? { nil }

    package func reading<Value>(_ body: (any IndexSnapshot) throws -> Value) throws -> Value {
      lock.lock()
      defer { lock.unlock() }
      do {
        let connection = try self.connection ?? connect()
        // After whatever fails, the next read begins with a new connection.
        self.connection = nil
        connection.deadline = deadline
        try connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try connection.limitTransaction()
        let value = try body(PostgreSQLSnapshot(connection, isSharded: isSharded))
        try connection.execute("COMMIT")
        self.connection = connection
        return value
      } catch let failure as PostgreSQLFailure {
        if deadline?.isOver == true, failure.isTimeout { throw IndexError.interruption(path: path) }
        throw (silentShard(failure) ?? failure).error(at: address)
      } catch is PostgreSQLConnection.Interruption {
        throw IndexError.interruption(path: address.uri)
      } catch {
        guard let damage = DamagedStorage(error) else { throw error }
        throw IndexError(path: address.uri, kind: .damaged(message: damage.message))
      }
    }

    /// Each read finds what is there.
    package func isReplaced() -> Bool { false }

    package func giveUp(at deadline: Deadline) {
      lock.withLock { self.deadline = deadline }
    }

    private func connect() throws -> PostgreSQLConnection {
      let connection = try PostgreSQLConnection(address)
      try PostgreSQLSchema.check(connection, address)
      try connection.execute("SET search_path = \(PostgreSQLSchema.name)")
      isSharded = try PostgreSQLSchema.isSharded(connection)
      if isSharded {
        // A coordinator does not know what its shards hold, and would rather count and sort itself.
        for (setting, value) in [
          ("enable_partitionwise_aggregate", "on"), ("enable_sort", "off"),
          ("enable_hashagg", "off"),
          // The costs that stand for "off" would have every statement compiled.
          ("jit", "off"),
        ] { try connection.execute("SET \(setting) = \(value)") }
      }
      return connection
    }

    /// Why the time for an answer was over, if a shard is why: asks each of them for a row.
    private func silentShard(_ failure: PostgreSQLFailure) -> PostgreSQLFailure? {
      guard isSharded, failure.isTimeout, let connection = try? PostgreSQLConnection(address) else {
        return nil
      }
      do {
        let parts = try connection.query(
          """
          SELECT inhrelid::regclass::text FROM pg_inherits
          WHERE inhparent = '\(PostgreSQLSchema.name).paragraph_folded'::regclass
          """)
        for part in parts.rows {
          try connection.execute("SELECT 1 FROM \(part.text(0)!) LIMIT 1")
        }
        return nil
      } catch {
        return error as? PostgreSQLFailure
      }
    }
  }

  /// One state of an index on a server.
  struct PostgreSQLSnapshot: IndexSnapshot {
    private let connection: PostgreSQLConnection
    private let isSharded: Bool

    init(_ connection: PostgreSQLConnection, isSharded: Bool) {
      self.connection = connection
      self.isSharded = isSharded
    }

    var paragraphsPerStatement: Int { 1000 }

    func fetchEach(
      _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
    ) throws {
      try connection.query(sql, arguments).rows.forEach(body)
    }

    func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
      try connection.query(sql, arguments).rows
    }

    /// An index that was put in the place of another has other tables.
    func version() throws -> Int {
      try integer("SELECT tableoid FROM setting LIMIT 1") ?? 0
    }

    func identity() throws -> String { String(try version(), radix: 36) }

    func postings(attributes: ParagraphAttributes, version: Int) -> any PostingsSource {
      PostgreSQLPostings(connection, isSharded: isSharded, attributes: attributes)
    }
  }
#endif
