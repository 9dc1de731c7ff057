#if PostgreSQL
  import ReportSearch

  /// The tables by which a coordinator and its shards identify themselves, so that servers cannot
  /// be confused.
  ///
  /// The coordinator has the schema `duansou_shards`, and each shard the schema `duansou_shard`.
  /// Both contain a table with one row: the version, the name generated for the coordinator, and
  /// the name of the shard.
  enum ShardFormat {
    /// The version of these tables, and of the distribution of paragraphs. Increase it with any
    /// change that an older program would misread, and let ``prepare(_:_:)`` upgrade older
    /// versions.
    static let version = 1

    private static let coordinatorSchema = "duansou_shards"
    private static let shardSchema = "duansou_shard"

    /// Makes a server a coordinator unless it is one.
    ///
    /// - Returns: False if it already was a coordinator.
    static func prepare(
      _ coordinator: PostgreSQLConnection, _ address: PostgreSQLAddress
    ) throws -> Bool {
      try checkServer(coordinator)
      if try name(of: coordinator, address) != nil { return false }
      try coordinator.execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw")
      try coordinator.execute("CREATE SCHEMA \(coordinatorSchema)")
      try coordinator.execute(
        """
        CREATE TABLE \(coordinatorSchema).format AS
        SELECT \(version) AS version, gen_random_uuid()::text AS coordinator, ''::text AS shard
        """)
      // Every role that copies an index must be able to check that a shard belongs to this
      // coordinator.
      try coordinator.execute("GRANT USAGE ON SCHEMA \(coordinatorSchema) TO PUBLIC")
      try coordinator.execute("GRANT SELECT ON \(coordinatorSchema).format TO PUBLIC")
      return true
    }

    /// Returns the name generated for a coordinator, or `nil` if the server is not a coordinator.
    static func name(
      of coordinator: PostgreSQLConnection, _ address: PostgreSQLAddress
    ) throws -> String? {
      try names(in: coordinatorSchema, coordinator, address)?.coordinator
    }

    /// Makes a server a shard of a coordinator.
    ///
    /// - Parameters:
    ///   - name: The shard's name.
    ///   - others: The existing shards of the coordinator.
    ///   - reader: The role that gets read access to the tables that the connected role will
    ///     create.
    /// - Throws: An `IndexError` if the server is a shard of another coordinator, or one of
    ///   `others`.
    static func join(
      _ shard: PostgreSQLConnection, _ address: PostgreSQLAddress, coordinator: String,
      name: String, others: [Shard], reader: String
    ) throws {
      try checkServer(shard)
      if let found = try names(in: shardSchema, shard, address) {
        guard found.coordinator == coordinator else {
          throw IndexError(path: address.uri, kind: .server(.otherShard))
        }
        guard !others.contains(where: { $0.name == found.shard }) else {
          throw IndexError(path: address.uri, kind: .server(.alreadyShard(found.shard)))
        }
        try shard.execute("UPDATE \(shardSchema).format SET shard = '\(name)'")
      } else {
        try shard.execute("CREATE SCHEMA \(shardSchema)")
        try shard.execute(
          """
          CREATE TABLE \(shardSchema).format AS
          SELECT \(version) AS version, '\(coordinator)' AS coordinator, '\(name)' AS shard
          """)
      }
      let role = PostgreSQLConnection.quoted(reader)
      try shard.execute("GRANT USAGE ON SCHEMA \(shardSchema) TO \(role)")
      try shard.execute("GRANT SELECT ON \(shardSchema).format TO \(role)")
      try shard.execute("ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO \(role)")
      try shard.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO \(role)")
    }

    /// Reverts ``join(_:_:coordinator:name:others:reader:)``.
    static func leave(_ shard: PostgreSQLConnection, reader: String) throws {
      let role = PostgreSQLConnection.quoted(reader)
      try shard.execute("BEGIN")
      try shard.execute("DROP SCHEMA \(shardSchema) CASCADE")
      try shard.execute("ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SCHEMAS FROM \(role)")
      try shard.execute("ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM \(role)")
      try shard.execute("COMMIT")
    }

    /// Checks that a server is the given shard of a coordinator.
    static func check(
      _ shard: PostgreSQLConnection, _ address: PostgreSQLAddress, coordinator: String,
      name: String
    ) throws {
      let found = try names(in: shardSchema, shard, address)
      guard found?.coordinator == coordinator, found?.shard == name else {
        throw IndexError(path: address.uri, kind: .server(.otherShard))
      }
    }

    /// Makes the coordinator read the shard's format schema, with the role that it will use for
    /// searching.
    static func look(
      at shard: String, _ coordinator: PostgreSQLConnection
    ) throws {
      try coordinator.execute(
        """
        IMPORT FOREIGN SCHEMA \(shardSchema) LIMIT TO (nothing) FROM SERVER \(shard)
        INTO \(coordinatorSchema)
        """)
    }

    private static func names(
      in schema: String, _ connection: PostgreSQLConnection, _ address: PostgreSQLAddress
    ) throws -> (coordinator: String, shard: String)? {
      let tables = try connection.query(
        "SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'format'", [.text(schema)])
      if tables.rows.isEmpty { return nil }
      let row = try connection.query(
        "SELECT version, coordinator, shard FROM \(schema).format"
      ).rows.first
      let found = row?.integer(0) ?? 0
      guard let row, found == version else {
        throw IndexError(path: address.uri, kind: .otherFormat(found: found, supported: version))
      }
      return (row.text(1) ?? "", row.text(2) ?? "")
    }

    /// Checks the version and the encoding of a server.
    private static func checkServer(_ connection: PostgreSQLConnection) throws {
      guard let release = connection.release, release >= 15 else {
        throw PostgreSQLFailure(
          message: "shards need PostgreSQL 15, this is \(connection.release ?? 0)")
      }
      try connection.checkEncoding()
    }
  }
#endif
