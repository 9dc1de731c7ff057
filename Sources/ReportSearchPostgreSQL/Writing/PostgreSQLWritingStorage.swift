#if PostgreSQL
  import Foundation
  import ReportSearch

  /// Write access to an index on a server. Several programs may write concurrently; each
  /// transaction waits for the previous one.
  final class PostgreSQLWritingStorage: IndexWritingStorage {
    private let address: PostgreSQLAddress
    /// The time that a transaction waits for other transactions and for a copy.
    private let waiting: Duration
    private var open: Transaction?
    private var connection: PostgreSQLConnection?
    /// The number of the copy that is written, to detect its replacement by another one.
    private var copy: Int?

    private struct Transaction {
      let tables: PostgreSQLTables
      let postings: PostgreSQLPostingsWriter
    }

    /// Opens an index, and creates it if the server has none.
    ///
    /// - Throws: An `IndexError` if the server has an index that this program cannot write.
    init(uri: String, waiting: Duration) throws {
      address = try PostgreSQLAddress(uri)
      self.waiting = waiting
      let end = ContinuousClock.now + waiting
      while try !telling({ try isThere() }) {
        do { try create() } catch let error as IndexError {
          // Another program is creating it.
          guard [.busy(nil), .alreadyThere].contains(error.kind), ContinuousClock.now < end else {
            throw error
          }
          Thread.sleep(forTimeInterval: 0.5)
        }
      }
    }

    var files: [String] { [] }

    /// Commits after each batch of files, so that other writers get their turns.
    var transactionByteCount: Int { 1 }

    func reading<Value>(_ body: (any TableReader) throws -> Value) throws -> Value {
      try telling {
        if let open { return try body(open.tables) }
        let connection = try connected()
        try PostgreSQLSchema.beginReading(connection)
        try check(connection)
        let value = try body(PostgreSQLTables(connection: connection))
        try connection.execute("COMMIT")
        return value
      }
    }

    func writing<Value>(
      _ body: (any TableWriter, any PostingsWriter) throws -> Value
    ) throws -> Value {
      try telling {
        let transaction = try open ?? begin()
        open = transaction
        return try body(transaction.tables, transaction.postings)
      }
    }

    func commit() throws {
      try telling {
        guard let connection, open != nil else { return }
        try PostgreSQLSchema.sortGrams(connection)
        try connection.execute("COMMIT")
        open = nil
      }
    }

    /// Updates the server's statistics of the tables, as autovacuum also does from time to time.
    func optimize() throws {
      try telling {
        let connection = try connected()
        let tables = try connection.query(
          "SELECT tablename FROM pg_tables WHERE schemaname = ?", [.text(PostgreSQLSchema.name)])
        let names = tables.rows.compactMap { $0.text(0) }.sorted()
        try connection.execute("ANALYZE \(names.joined(separator: ", "))")
      }
    }

    private func begin() throws -> Transaction {
      let connection = try connected()
      try connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
      try connection.execute("SET LOCAL lock_timeout = \(Int(waiting / .milliseconds(1)))")
      try connection.execute("SELECT pg_advisory_xact_lock(\(PostgreSQLSchema.writersLock))")
      // After the lock is taken, the index cannot be replaced any more.
      try check(connection)
      return Transaction(
        tables: PostgreSQLTables(connection: connection),
        postings: PostgreSQLPostingsWriter(connection))
    }

    private func connected() throws -> PostgreSQLConnection {
      if let connection { return connection }
      let connection = try PostgreSQLConnection(address, isLoading: true)
      connection.giveUp(after: waiting)
      try connection.execute("SET search_path = \(PostgreSQLSchema.name)")
      // Limits the time that a suspended program blocks other writers to their own waiting time.
      try connection.execute(
        "SET idle_in_transaction_session_timeout = \(Int(waiting / .milliseconds(1)))")
      self.connection = connection
      return connection
    }

    private func isThere() throws -> Bool {
      let connection = try connected()
      let isThere = try PostgreSQLSchema.exists(connection)
      if isThere { try check(connection) }
      guard try Shard.all(connection).isEmpty,
        try !isThere || !PostgreSQLSchema.isSharded(connection)
      else { throw IndexError(path: address.uri, kind: .server(.onShards)) }
      return isThere
    }

    /// Checks that the schema contains an index that this program can write, and that it is the
    /// same copy as at the first check. Another copy may lack the files and changes of earlier
    /// transactions.
    private func check(_ connection: PostgreSQLConnection) throws {
      let state = try PostgreSQLSchema.check(connection, address)
      guard copy == nil || copy == state.copy else {
        throw IndexError(path: address.uri, kind: .replaced)
      }
      copy = state.copy
    }

    /// Creates an index by copying an empty file, so that there is only one way to create the
    /// tables.
    private func create() throws {
      try PrivateFolder.with { folder in
        let path = folder + "/empty.sqlite"
        try IndexWriter(path: path).commit()
        _ = try IndexCopy().copy(file: path, toServer: address.uri)
      }
    }

    /// Runs a closure and converts its errors to `IndexError`s. Any error discards the connection,
    /// so that the server rolls back the transaction.
    private func telling<Value>(_ body: () throws -> Value) throws -> Value {
      do {
        return try body()
      } catch {
        (open, connection) = (nil, nil)
        if let failure = error as? PostgreSQLFailure { throw failure.error(at: address) }
        guard let damage = DamagedStorage(error) else { throw error }
        throw IndexError(path: address.uri, kind: .damaged(message: damage.message))
      }
    }
  }
#endif
