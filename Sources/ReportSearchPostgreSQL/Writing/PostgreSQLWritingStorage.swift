#if PostgreSQL
  import Foundation
  import ReportSearch

  /// An index on a server that is changed. Several programs may do so at once: each transaction waits for the
  /// one before.
  final class PostgreSQLWritingStorage: IndexWritingStorage {
    private let address: PostgreSQLAddress
    /// How long a transaction waits for those of others, and for a copy.
    private let waiting: Duration
    private var open: Transaction?
    private var connection: PostgreSQLConnection?
    /// The number of the copy that this writes to; another one may be put in its place.
    private var copy: Int?

    private struct Transaction {
      let tables: PostgreSQLTables
      let postings: PostgreSQLPostingsWriter
    }

    /// Opens an index, and creates it if the server has none.
    ///
    /// - Throws: An `IndexError` if the server has one that this program cannot write to.
    init(uri: String, waiting: Duration) throws {
      address = try PostgreSQLAddress(uri)
      self.waiting = waiting
      let end = ContinuousClock.now + waiting
      while try !telling({ try isThere() }) {
        do { try create() } catch let error as IndexError {
          // Somebody else is about to make it.
          guard [.busy(nil), .alreadyThere].contains(error.kind), ContinuousClock.now < end else {
            throw error
          }
          Thread.sleep(forTimeInterval: 0.5)
        }
      }
    }

    var files: [String] { [] }

    /// Each batch of files, so that others take their turns.
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

    /// Lets the server look at what the tables hold, which it also does itself from time to time.
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
      // Only now is it known what is there.
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
      // A program that is stuck keeps others waiting no longer than they would.
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

    /// Refuses what is no index that this program can write to, or another one than at first: files that were known
    /// there, and what was written, are not in this one.
    private func check(_ connection: PostgreSQLConnection) throws {
      let state = try PostgreSQLSchema.check(connection, address)
      guard copy == nil || copy == state.copy else {
        throw IndexError(path: address.uri, kind: .replaced)
      }
      copy = state.copy
    }

    /// Copies an index that holds nothing, so that the tables are made in one way only.
    private func create() throws {
      try PrivateFolder.with { folder in
        let path = folder + "/empty.sqlite"
        try IndexWriter(path: path).commit()
        _ = try IndexCopy().copy(file: path, toServer: address.uri)
      }
    }

    /// Runs a closure, and tells what the server says in terms of the index. After whatever fails, the server
    /// undoes the transaction when it loses the connection.
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
