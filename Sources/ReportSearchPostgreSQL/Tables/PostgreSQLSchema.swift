#if PostgreSQL
  import ReportSearch
  import TextAnalysis

  /// The tables of an index on a server: those of an SQLite file, and the folded texts with their
  /// grams.
  ///
  /// They are in one PostgreSQL schema. Texts of reports are stored as bytes, because PostgreSQL's
  /// text type cannot contain U+0000.
  enum PostgreSQLSchema {
    /// The name of the schema.
    static let name = "duansou"

    /// The version of the tables that an SQLite file does not have. Increase it with any change
    /// that an older program would misread.
    static let version = 3

    /// Key of the advisory lock held while an index is written or replaced. No other lock of the
    /// program has it.
    static let writersLock = 1_685_681_013

    /// The folded texts, which are computed and not copied.
    static let folded = StoredTable(
      name: "paragraph_folded",
      columns: [
        .init(name: "id", kind: .integer), .init(name: "folded", kind: .text),
        .init(name: "grams", kind: .grams),
      ], primaryKey: ["id"])

    /// The name of the index of grams.
    static let gramsIndex = "paragraph_folded_grams"

    /// Returns true if the index in the connection's search path has a valid index of grams.
    static func hasGramsIndex(_ connection: PostgreSQLConnection) throws -> Bool {
      try !connection.query(
        "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('\(gramsIndex)') AND indisvalid"
      ).rows.isEmpty
    }

    /// Merges the pending list of the GIN index into its main structure, for faster searching. Does
    /// nothing if the role does not own the index; autovacuum does it then.
    static func sortGrams(_ connection: PostgreSQLConnection) throws {
      try connection.execute(
        """
        SELECT gin_clean_pending_list(oid) FROM pg_class
        WHERE oid = '\(gramsIndex)'::regclass AND pg_has_role(relowner, 'USAGE')
        """)
    }

    /// Returns true if the schema exists, regardless of its contents.
    static func exists(_ connection: PostgreSQLConnection) throws -> Bool {
      try !connection.query(
        "SELECT 1 FROM pg_namespace WHERE nspname = ?", [.text(name)]
      ).rows.isEmpty
    }

    /// Checks that the schema contains an index that this program can search.
    ///
    /// - Returns: The state of the index.
    /// - Throws: An `IndexError`, or a ``PostgreSQLFailure``.
    @discardableResult
    static func check(
      _ connection: PostgreSQLConnection, _ address: PostgreSQLAddress
    ) throws -> State {
      guard try exists(connection) else { throw IndexError(path: address.uri, kind: .missing) }
      let tables = try connection.query(
        "SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'index_format'",
        [.text(name)])
      guard !tables.rows.isEmpty else { throw IndexError(path: address.uri, kind: .notAnIndex) }
      let rows = try connection.query("SELECT file, server, folding FROM \(name).index_format").rows
      let (file, server) = (rows.first?.integer(0) ?? 0, rows.first?.integer(1) ?? 0)
      guard file == IndexFormat.version, server == version else {
        throw IndexError(
          path: address.uri,
          kind: file == IndexFormat.version
            ? .otherFormat(found: server, supported: version)
            : .otherFormat(found: file, supported: IndexFormat.version))
      }
      let folding = rows.first?.text(2) ?? ""
      guard folding == FoldingVersion.current else {
        throw IndexError(
          path: address.uri,
          kind: .otherFolding(found: folding, current: FoldingVersion.current))
      }
      return try state(connection)
    }

    /// Begins a transaction on a snapshot. Until it ends, no copy can replace the index.
    ///
    /// The table lock is taken before anything is read. A transaction that took its snapshot first
    /// and then waited for a copy would see the tables of the copy as empty.
    static func beginReading(_ connection: PostgreSQLConnection) throws {
      try connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      try connection.execute("LOCK TABLE \(name).index_format IN ACCESS SHARE MODE")
    }

    /// The identity of one committed state of an index.
    ///
    /// After a dump is restored, or a lagging standby is promoted, commits continue from an older
    /// state of the same copy. Only the random number of the last commit distinguishes these states
    /// from the lost ones.
    struct State: Hashable {
      /// A random number of the copy.
      let copy: Int
      /// The number of commits.
      let generation: Int
      /// The random number of the last commit; 0 if there was none since the copy was made.
      let token: Int

      /// A name that no other state has.
      var name: String { "\(copy)-\(generation)-\(token)" }
    }

    /// Returns the state in the transaction's snapshot.
    static func state(_ connection: PostgreSQLConnection) throws -> State {
      let rows = try connection.query(
        """
        SELECT copy, (SELECT value FROM \(name).setting WHERE name = 'generation'),
          (SELECT value FROM \(name).setting WHERE name = 'state')
        FROM \(name).index_format
        """
      ).rows
      return State(
        copy: rows.first?.integer(0) ?? 0, generation: rows.first?.integer(1) ?? 0,
        token: rows.first?.integer(2) ?? 0)
    }

    /// Creates the tables in a new schema that is not published yet, and makes it the connection's
    /// search path.
    ///
    /// - Parameter sharded: The tables that are partitioned over shards.
    static func create(
      _ tables: [StoredTable], sharded: [StoredTable], _ connection: PostgreSQLConnection
    ) throws {
      try connection.execute("CREATE SCHEMA \(name)_new")
      try connection.execute("SET LOCAL search_path = \(name)_new")
      try connection.execute(
        """
        CREATE TABLE index_format AS
        SELECT \(IndexFormat.version) AS file, \(version) AS server, '\(FoldingVersion.current)' AS folding,
          \(Int.random(in: 1...Int.max)) AS copy
        """)
      try createTables(tables, sharded: sharded, connection)
    }

    /// Creates tables in the schema of the connection's search path.
    static func createTables(
      _ tables: [StoredTable], sharded: [StoredTable] = [], _ connection: PostgreSQLConnection
    ) throws {
      // Defines SQLite's name of the type, so that both can use the same statements.
      try connection.execute("CREATE DOMAIN blob AS bytea")
      for table in tables {
        let columns = table.columns.map { "\($0.name) \(type(of: $0.kind))" }
        let parts = sharded.contains(table) ? " PARTITION BY RANGE (id)" : ""
        try connection.execute(
          "CREATE TABLE \(table.name) (\(columns.joined(separator: ", ")))\(parts)")
      }
    }

    /// Creates the indexes of filled tables, and analyzes the tables.
    static func index(
      _ tables: [StoredTable], _ indexes: [String], _ connection: PostgreSQLConnection
    ) throws {
      try connection.execute("SET LOCAL maintenance_work_mem = '256MB'")
      for table in tables {
        let key = table.primaryKey.joined(separator: ", ")
        try connection.execute("ALTER TABLE \(table.name) ADD PRIMARY KEY (\(key))")
      }
      for index in indexes { try connection.execute(index) }
      if tables.contains(where: { $0.name == "source" }) {
        // In an SQLite file, this index is part of the table's constraint.
        try connection.execute("CREATE UNIQUE INDEX source_sha256 ON source(sha256)")
      }
      if tables.contains(folded) {
        try connection.execute("CREATE INDEX \(gramsIndex) ON paragraph_folded USING gin (grams)")
      }
      // Only these tables. ANALYZE of all tables would query the shards of an existing index, and
      // postgres_fdw would keep that snapshot of the shards until the end of the transaction.
      try connection.execute("ANALYZE \(tables.map(\.name).joined(separator: ", "))")
    }

    /// Returns true if the index in the connection's search path is on shards.
    static func isSharded(_ connection: PostgreSQLConnection) throws -> Bool {
      try !connection.query(
        "SELECT 1 FROM pg_partitioned_table WHERE partrelid = 'paragraph_folded'::regclass"
      ).rows.isEmpty
    }

    /// Publishes the tables under the name of the schema. Roles that could read or write the
    /// replaced index keep their privileges.
    ///
    /// - Parameter readers: Further roles that may read the tables.
    static func publish(_ connection: PostgreSQLConnection, readers: [String]) throws {
      for reader in readers {
        try grantReading(to: PostgreSQLConnection.quoted(reader), connection)
      }
      if try exists(connection) {
        let known = try connection.query(
          """
          SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
          FROM pg_namespace, aclexplode(nspacl)
          WHERE nspname = ? AND privilege_type = 'USAGE' AND grantee <> nspowner
          """, [.text(name)])
        for reader in known.rows.compactMap({ $0.text(0) }) {
          try grantReading(to: reader, connection)
        }
        let writers = try connection.query(
          """
          SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
            string_agg(DISTINCT privilege_type, ', ')
          FROM pg_class, aclexplode(relacl)
          WHERE oid = to_regclass('\(name).source') AND grantee <> relowner
            AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
          GROUP BY 1
          """)
        for writer in writers.rows {
          guard let role = writer.text(0), let privileges = writer.text(1) else { continue }
          try connection.execute(
            "GRANT \(privileges) ON ALL TABLES IN SCHEMA \(name)_new TO \(role)")
        }
        try waitForReaders(connection)
        // No one can read until this is done, and shards are asked to end their transactions.
        try connection.execute("SET LOCAL lock_timeout = '60s'")
        try connection.execute("SET LOCAL statement_timeout = '60s'")
        try connection.execute("DROP SCHEMA \(name) CASCADE")
      }
      try connection.execute("ALTER SCHEMA \(name)_new RENAME TO \(name)")
    }

    /// Waits up to a minute for the readers of the index to end, and then prevents new ones.
    /// Meanwhile, a new reader waits at most one second at a time.
    private static func waitForReaders(_ connection: PostgreSQLConnection) throws {
      try connection.execute("SET LOCAL lock_timeout = '1s'")
      let end = ContinuousClock.now + .seconds(60)
      repeat {
        try connection.execute(
          """
          DO $$ BEGIN LOCK TABLE \(name).index_format IN ACCESS EXCLUSIVE MODE;
          EXCEPTION WHEN lock_not_available THEN PERFORM pg_sleep(0.2); END $$
          """)
        let own = try connection.query(
          """
          SELECT 1 FROM pg_locks WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock'
            AND relation = '\(name).index_format'::regclass AND granted
          """)
        if !own.rows.isEmpty { return }
      } while ContinuousClock.now < end
      throw PostgreSQLFailure(message: "index_format is being read", state: "55P03")
    }

    /// Lets a role read the tables that are not published yet.
    private static func grantReading(to role: String, _ connection: PostgreSQLConnection) throws {
      try connection.execute("GRANT USAGE ON SCHEMA \(name)_new TO \(role)")
      try connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA \(name)_new TO \(role)")
    }

    private static func type(of kind: StoredTable.Kind) -> String {
      switch kind {
      case .integer: "bigint"
      case .text, .any: "text COLLATE \"C\""
      case .document, .bytes: "blob"
      case .grams: "text[] COLLATE \"C\""
      }
    }
  }
#endif
