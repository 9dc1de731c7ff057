#if PostgreSQL
  import ReportSearch

  /// Configures a server as the coordinator of shards, which store the paragraphs of its index.
  ///
  /// The next index that is copied to the coordinator is distributed over all shards known at that
  /// time. Searching needs a connection to the coordinator only; it queries the shards through
  /// `postgres_fdw`.
  public struct ShardAdministration {
    private let address: PostgreSQLAddress

    /// Creates an administration of a coordinator.
    ///
    /// - Parameter uri: The address of the coordinator, without a password.
    /// - Throws: An `IndexError` if the address cannot be parsed.
    public init(coordinator uri: String) throws {
      address = try PostgreSQLAddress(uri)
    }

    /// Makes the server a coordinator. Requires superuser rights.
    ///
    /// - Returns: False if it already was a coordinator.
    /// - Throws: An `IndexError`; the server is then unchanged.
    public func prepare() throws -> Bool {
      try changing { coordinator in try ShardFormat.prepare(coordinator, address) }
    }

    /// Adds a shard. It must be an empty database in which the coordinator's user has a role of the
    /// same name with the right to create schemas.
    ///
    /// - Parameter uri: The address and the user with which the coordinator reads from the shard.
    ///   Several hosts are a server and its standbys, tried in order:
    ///   `postgresql://reader@one,two/reports`.
    /// - Returns: The name of the shard.
    /// - Throws: An `IndexError`; nothing is changed then.
    public func add(_ uri: String) throws -> String {
      let told = try PostgreSQLAddress(uri)
      guard let reader = told["user"] else {
        throw IndexError(path: uri, kind: .server(.malformedAddress))
      }
      return try changing { coordinator in
        guard let identity = try ShardFormat.name(of: coordinator, address) else {
          throw IndexError(path: address.uri, kind: .server(.noCoordinator))
        }
        let shards = try Shard.all(coordinator)
        let shard = Shard(
          name: Shard.name(after: shards), settings: Shard.settings(told.settings))
        let own = try shard.address(user: coordinator.user, isWriting: true)
        let connection = try ShardedParagraphs.telling(own) {
          let connection = try PostgreSQLConnection(own)
          try connection.execute("BEGIN")
          try ShardFormat.join(
            connection, own, coordinator: identity, name: shard.name, others: shards, reader: reader
          )
          // Committed here because `know` makes the coordinator read the new tables.
          try connection.execute("COMMIT")
          return connection
        }
        do { try know(shard, reader: reader, coordinator) } catch {
          // The first error is the one to report.
          try? ShardFormat.leave(connection, reader: reader)
          throw error
        }
        return shard.name
      }
    }

    /// Registers a shard with the coordinator, and makes the coordinator connect to it.
    private func know(_ shard: Shard, reader: String, _ coordinator: PostgreSQLConnection) throws {
      let options = (shard.settings + Shard.options)
        .map { "\($0.keyword) \(PostgreSQLConnection.literal($0.value))" }
      try coordinator.execute(
        """
        CREATE SERVER \(shard.name) FOREIGN DATA WRAPPER postgres_fdw
        OPTIONS (\(options.joined(separator: ", ")))
        """)
      // The coordinator gets passwords as libpq does, from the files of its account.
      try coordinator.execute(
        """
        CREATE USER MAPPING FOR PUBLIC SERVER \(shard.name)
        OPTIONS (user \(PostgreSQLConnection.literal(reader)), password_required 'false')
        """)
      try ShardFormat.look(at: shard.name, coordinator)
    }

    /// The status of a coordinator and its shards.
    public struct Status: Hashable, Sendable {
      /// The major version of PostgreSQL on the coordinator, such as 15.
      public let release: Int
      /// The shards.
      public let shards: [ShardStatus]
    }

    /// The status of a shard.
    public struct ShardStatus: Hashable, Sendable {
      /// Its name on the coordinator.
      public let name: String
      /// Its address as configured on the coordinator.
      public let address: String
      /// The error message of the server or of libpq, or `nil` if the shard is usable.
      public let failure: String?
      /// The host that answers, of several in the address; `nil` if none does.
      public let host: String?
      /// True if that host is a standby, to which nothing can be copied.
      public let isStandby: Bool
      /// True if the shard stores paragraphs of the index.
      public let hasParagraphs: Bool
      /// The lower bound of its paragraph ids; `nil` for the first shard.
      public let firstParagraph: Int?
      /// The upper bound of its paragraph ids, exclusive; `nil` for the last shard.
      public let endOfParagraphs: Int?
      /// The disk space of its part of the index, in bytes.
      public let byteCount: Int
      /// The number of copies that no index uses any more. The next copy removes them.
      public let unusedCopies: Int
    }

    /// Checks the coordinator, and checks all shards both from this machine and from the
    /// coordinator.
    ///
    /// - Throws: An `IndexError` if the server cannot be reached or is not a coordinator.
    public func status() throws -> Status {
      try ShardedParagraphs.telling(address) {
        let coordinator = try PostgreSQLConnection(address)
        guard try ShardFormat.name(of: coordinator, address) != nil else {
          throw IndexError(path: address.uri, kind: .server(.noCoordinator))
        }
        let parts = try coordinator.query(
          """
          SELECT srvname, pg_get_expr(relpartbound, pg_class.oid), pg_class.oid::regclass::text,
            (SELECT option_value FROM pg_options_to_table(ftoptions) WHERE option_name = 'schema_name')
          FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            JOIN pg_foreign_table ON ftrelid = inhrelid
            JOIN pg_foreign_server ON pg_foreign_server.oid = ftserver
          WHERE inhparent = to_regclass('\(PostgreSQLSchema.name).paragraph')
          """
        ).rows.map { row in
          // FOR VALUES FROM ('153') TO (MAXVALUE)
          let bounds = (row.text(1) ?? "").split { "()".contains($0) }
            .map { Int($0.filter(\.isNumber)) }
          return Part(
            shard: row.text(0)!, first: bounds[1], end: bounds[3], table: row.text(2)!,
            schema: row.text(3) ?? "")
        }
        return Status(
          release: coordinator.release ?? 0,
          shards: try Shard.all(coordinator).map { shard in
            try status(
              of: shard, holding: parts.first { $0.shard == shard.name }, user: coordinator.user)
          })
      }
    }

    /// The part of the index on a shard.
    private struct Part {
      let shard: String
      let first, end: Int?
      let table, schema: String
    }

    private func status(of shard: Shard, holding part: Part?, user: String) throws -> ShardStatus {
      let own = try shard.address(user: user, isWriting: false)
      var failure: String?
      var (host, isStandby, byteCount, unused): (String?, Bool, Int, Int) = (nil, false, 0, 0)
      do {
        let connection = try PostgreSQLConnection(own)
        host = connection.host
        let row = try connection.query(
          """
          SELECT pg_is_in_recovery()::int, coalesce((SELECT sum(pg_total_relation_size(oid))::bigint
            FROM pg_class WHERE relkind = 'r' AND relnamespace = to_regnamespace(nullif(?, ''))), 0),
            (SELECT count(*) FROM pg_namespace WHERE nspname ~ '\(ShardedParagraphs.schemaPattern)' AND nspname <> ?)
          """, [.text(part?.schema ?? ""), .text(part?.schema ?? "")]
        ).rows[0]
        (isStandby, byteCount) = (row.integer(0) == 1, row.integer(1) ?? 0)
        unused = row.integer(2) ?? 0
        // Reads a row through the coordinator, as searching does.
        if let part {
          try PostgreSQLConnection(address).execute("SELECT 1 FROM \(part.table) LIMIT 1")
        }
      } catch let error as PostgreSQLFailure {
        failure = error.message
      }
      return ShardStatus(
        name: shard.name, address: try PostgreSQLAddress(shard.settings).uri, failure: failure,
        host: host, isStandby: isStandby, hasParagraphs: part != nil,
        firstParagraph: part?.first, endOfParagraphs: part?.end, byteCount: byteCount,
        unusedCopies: unused)
    }

    /// Runs a closure in a transaction on the coordinator.
    private func changing<Value>(_ body: (PostgreSQLConnection) throws -> Value) throws -> Value {
      try ShardedParagraphs.telling(address) {
        let coordinator = try PostgreSQLConnection(address)
        try coordinator.execute("BEGIN")
        let value = try body(coordinator)
        try coordinator.execute("COMMIT")
        return value
      }
    }
  }
#endif
