#if PostgreSQL
  import Foundation
  package import ReportSearch
  import TextAnalysis

  /// Read access to an index on a server.
  ///
  /// It connects at the first read, and again after a failure. Each read is one transaction on a
  /// snapshot.
  package final class PostgreSQLStorage: IndexStorage {
    private let address: PostgreSQLAddress
    private let lock = NSLock()
    // Protected by the lock.
    nonisolated(unsafe) private var session: Session?
    nonisolated(unsafe) private var deadline: ContinuousClock.Instant?

    /// A connection, the state of the index, and a flag for an index on shards.
    private struct Session {
      let connection: PostgreSQLConnection
      var state: PostgreSQLSchema.State
      let isSharded: Bool
    }

    /// Opens an index.
    ///
    /// - Parameter uri: The address of the server and database, without a password. libpq reads the
    ///   password from `~/.pgpass` or `PGPASSWORD`.
    /// - Throws: An `IndexError` if there is no index that this program can search.
    package init(uri: String) throws {
      address = try PostgreSQLAddress(uri)
      try reading { _ in }
    }

    package var path: String { address.uri }

    package func reading<Value>(
      deadline: ContinuousClock.Instant?, _ body: (any IndexSnapshot) throws -> Value
    ) throws -> Value {
      lock.lock()
      defer { lock.unlock() }
      self.deadline = deadline
      var isSharded = false
      do {
        let session = try beginReading()
        isSharded = session.isSharded
        let value = try body(
          PostgreSQLSnapshot(
            session.connection, session.state, isSharded: isSharded,
            translation: { [isSharded] in self.indexError(of: $0, isSharded: isSharded) }))
        try session.connection.execute("COMMIT")
        self.session = session
        return value
      } catch {
        throw indexError(of: error, isSharded: isSharded)
      }
    }

    /// Converts errors of the server to an `IndexError`. Other errors are returned unchanged.
    private func indexError(of error: any Error, isSharded: Bool) -> any Error {
      switch error {
      case let failure as PostgreSQLFailure:
        return (isSharded ? lostShard(failure) ?? failure : failure).error(at: address)
      case is PostgreSQLConnection.Interruption:
        return IndexError.interruption(path: address.uri)
      default:
        guard let damage = DamagedStorage(error) else { return error }
        return IndexError(path: address.uri, kind: .damaged(message: damage.message))
      }
    }

    /// Always false, because each read looks up the current index.
    package func isReplaced() -> Bool { false }

    /// Begins a read on the current index. If anything fails, the next read uses a new connection.
    private func beginReading() throws -> Session {
      while true {
        var session = try self.session ?? connect()
        self.session = nil
        session.connection.deadline = deadline
        try PostgreSQLSchema.beginReading(session.connection)
        let state = try PostgreSQLSchema.state(session.connection)
        // Another copy may have another format or be on shards, which is checked when connecting.
        guard state.copy == session.state.copy else { continue }
        session.state = state
        return session
      }
    }

    private func connect() throws -> Session {
      let connection = try PostgreSQLConnection(address, deadline: deadline)
      let state = try PostgreSQLSchema.check(connection, address)
      try connection.execute("SET search_path = \(PostgreSQLSchema.name)")
      let isSharded = try PostgreSQLSchema.isSharded(connection)
      if isSharded {
        // The coordinator has no statistics of its shards, and would prefer to count and sort
        // itself.
        for (setting, value) in [
          ("enable_partitionwise_aggregate", "on"), ("enable_sort", "off"),
          ("enable_hashagg", "off"),
          // The large costs that represent "off" would make the server compile every statement.
          ("jit", "off"),
        ] { try connection.execute("SET \(setting) = \(value)") }
      }
      return Session(connection: connection, state: state, isSharded: isSharded)
    }

    /// Returns the failure of the shard that caused a timeout or a lost connection. Reads a row
    /// from each shard to find it, because the coordinator names a shard only if it cannot connect
    /// to it.
    private func lostShard(_ failure: PostgreSQLFailure) -> PostgreSQLFailure? {
      guard failure.isTimeout || failure.isConnectionLostToShard,
        let connection = try? PostgreSQLConnection(address, deadline: deadline)
      else { return nil }
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

  /// A snapshot of an index on a server.
  struct PostgreSQLSnapshot: IndexSnapshot {
    private let connection: PostgreSQLConnection
    private let state: PostgreSQLSchema.State
    private let isSharded: Bool
    private let translation: (any Error) -> any Error

    init(
      _ connection: PostgreSQLConnection, _ state: PostgreSQLSchema.State, isSharded: Bool,
      translation: @escaping (any Error) -> any Error
    ) {
      self.connection = connection
      self.state = state
      self.isSharded = isSharded
      self.translation = translation
    }

    var paragraphsPerStatement: Int { 1000 }

    var unreadablePages: UnreadablePages? { nil }

    func indexError(of error: any Error) -> any Error { translation(error) }

    func fetchEach(
      _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
    ) throws {
      try connection.query(sql, arguments).rows.forEach(body)
    }

    func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
      try connection.query(sql, arguments).rows
    }

    func version() -> String { state.name }

    func identity() -> String { String(state.copy, radix: 36) }

    func postings(attributes: ParagraphAttributes, version: String) -> any PostingsSource {
      PostgreSQLPostings(connection, isSharded: isSharded, attributes: attributes)
    }
  }
#endif
