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
        let value = try body(PostgreSQLSnapshot(connection))
        try connection.execute("COMMIT")
        self.connection = connection
        return value
      } catch let failure as PostgreSQLFailure {
        throw failure.error(at: address)
      } catch is PostgreSQLConnection.Interruption {
        throw IndexError.interruption(path: address.uri)
      } catch {
        guard let damage = DamagedStorage(error) else { throw error }
        throw IndexError(path: address.uri, kind: .damaged(message: damage.message))
      }
    }

    package func giveUp(at deadline: Deadline) {
      lock.withLock { self.deadline = deadline }
    }

    private func connect() throws -> PostgreSQLConnection {
      let connection = try PostgreSQLConnection(address)
      try PostgreSQLSchema.check(connection, address)
      try connection.execute("SET search_path = \(PostgreSQLSchema.name)")
      return connection
    }
  }

  /// One state of an index on a server.
  struct PostgreSQLSnapshot: IndexSnapshot {
    private let connection: PostgreSQLConnection

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

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

    func postings(attributes: ParagraphAttributes, version: Int) -> any PostingsSource {
      PostgreSQLPostings(connection, attributes: attributes)
    }
  }
#endif
