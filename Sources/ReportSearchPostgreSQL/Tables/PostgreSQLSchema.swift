#if PostgreSQL
  import ReportSearch
  import TextAnalysis

  /// The tables of an index on a server: those of a file of SQLite, and the folded texts with their grams.
  ///
  /// They are all in one schema of PostgreSQL. Texts of reports are bytes there, as PostgreSQL's texts cannot
  /// hold U+0000.
  enum PostgreSQLSchema {
    /// The name of the schema.
    static let name = "duansou"

    /// The version of what is added to the tables of the file. Raise it with any change that an older
    /// program would misread.
    static let version = 3

    /// The number of the lock of whoever changes an index or puts a copy in its place, which nothing else has.
    static let writersLock = 1_685_681_013

    /// The folded texts, which are not copied but made.
    static let folded = StoredTable(
      name: "paragraph_folded",
      columns: [
        .init(name: "id", kind: .integer), .init(name: "folded", kind: .text),
        .init(name: "grams", kind: .grams),
      ], primaryKey: ["id"])

    /// The index of grams.
    static let gramsIndex = "paragraph_folded_grams"

    /// Whether the index that a connection uses has its index of grams, and the server trusts it.
    static func hasGramsIndex(_ connection: PostgreSQLConnection) throws -> Bool {
      try !connection.query(
        "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('\(gramsIndex)') AND indisvalid"
      ).rows.isEmpty
    }

    /// Puts what was added to the index of grams since it was last done where it is found fastest; who does not own
    /// the index leaves that to the server.
    static func sortGrams(_ connection: PostgreSQLConnection) throws {
      try connection.execute(
        """
        SELECT gin_clean_pending_list(oid) FROM pg_class
        WHERE oid = '\(gramsIndex)'::regclass AND pg_has_role(relowner, 'USAGE')
        """)
    }

    /// Whether there is a schema of the name, whatever is in it.
    static func exists(_ connection: PostgreSQLConnection) throws -> Bool {
      try !connection.query(
        "SELECT 1 FROM pg_namespace WHERE nspname = ?", [.text(name)]
      ).rows.isEmpty
    }

    /// Refuses what is no index that this program can search.
    ///
    /// - Returns: Which state of it there is.
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

    /// Begins a transaction that sees one state, and keeps a copy from being put in its place until it ends.
    ///
    /// The lock comes before anything is read: a transaction that had read something, and then waited for a
    /// copy, would find the copy's tables empty.
    static func beginReading(_ connection: PostgreSQLConnection) throws {
      try connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      try connection.execute("LOCK TABLE \(name).index_format IN ACCESS SHARE MODE")
    }

    /// What tells one state of what stands in this place from any other.
    ///
    /// A dump that is restored, and a standby that is promoted before it had everything, count from an older
    /// state of the same copy: only the random number of the last commit tells then what they have.
    struct State: Hashable {
      /// The number of the copy: another one after each.
      let copy: Int
      /// How often it was changed.
      let generation: Int
      /// The random number of the last change; 0 if there was none since the copy was made.
      let token: Int

      /// A name that no other state has.
      var name: String { "\(copy)-\(generation)-\(token)" }
    }

    /// Returns the state that a transaction sees.
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

    /// Makes the tables in a schema that is not yet seen, and lets the connection use them.
    ///
    /// - Parameter sharded: Those of which shards will keep the parts.
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

    /// Makes tables in the schema that the connection uses.
    static func createTables(
      _ tables: [StoredTable], sharded: [StoredTable] = [], _ connection: PostgreSQLConnection
    ) throws {
      // SQLite's name for bytes, so that the statements that read are the same.
      try connection.execute("CREATE DOMAIN blob AS bytea")
      for table in tables {
        let columns = table.columns.map { "\($0.name) \(type(of: $0.kind))" }
        let parts = sharded.contains(table) ? " PARTITION BY RANGE (id)" : ""
        try connection.execute(
          "CREATE TABLE \(table.name) (\(columns.joined(separator: ", ")))\(parts)")
      }
    }

    /// Makes the indexes of tables that are filled, and lets the server look at what they hold.
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
        // A file of SQLite has it by the table's own constraint.
        try connection.execute("CREATE UNIQUE INDEX source_sha256 ON source(sha256)")
      }
      if tables.contains(folded) {
        try connection.execute("CREATE INDEX \(gramsIndex) ON paragraph_folded USING gin (grams)")
      }
      // Of these tables only: to look at all would be to look at an index that shards have, as it was when the
      // coordinator first asked them, and then to see that state of them until the end of the transaction.
      try connection.execute("ANALYZE \(tables.map(\.name).joined(separator: ", "))")
    }

    /// Whether shards keep the paragraphs of the index that a connection uses.
    static func isSharded(_ connection: PostgreSQLConnection) throws -> Bool {
      try !connection.query(
        "SELECT 1 FROM pg_partitioned_table WHERE partrelid = 'paragraph_folded'::regclass"
      ).rows.isEmpty
    }

    /// Puts the tables in their place, for whoever could read those that were there.
    ///
    /// - Parameter readers: Roles that may read them as well.
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
        // Nobody can read until this is done, and shards are asked to end their transactions.
        try connection.execute("SET LOCAL lock_timeout = '60s'")
        try connection.execute("SET LOCAL statement_timeout = '60s'")
        try connection.execute("DROP SCHEMA \(name) CASCADE")
      }
      try connection.execute("ALTER SCHEMA \(name)_new RENAME TO \(name)")
    }

    /// Waits for a minute until nobody reads the index, and lets nobody begin to; others that want to read wait
    /// for a second at a time at most.
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

    /// Lets a role read the tables that are not yet in their place.
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
