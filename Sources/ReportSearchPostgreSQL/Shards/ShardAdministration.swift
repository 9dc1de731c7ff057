#if PostgreSQL
  import ReportSearch

  /// Makes a server the coordinator of others, which keep the paragraphs of its index.
  ///
  /// The next index that is copied to the coordinator is spread over all shards that it knows then. Searching needs
  /// the coordinator alone: it reaches the shards by itself, as PostgreSQL's `postgres_fdw` does.
  public struct ShardAdministration {
    private let address: PostgreSQLAddress

    /// Takes the address of the coordinator, without a password.
    ///
    /// - Throws: An `IndexError` if it cannot be read.
    public init(coordinator uri: String) throws {
      address = try PostgreSQLAddress(uri)
    }

    /// Makes the server a coordinator; needs the rights of PostgreSQL's superuser.
    ///
    /// - Returns: Whether it was none.
    /// - Throws: An `IndexError`; nothing is changed then.
    public func prepare() throws -> Bool {
      try changing { coordinator in try ShardFormat.prepare(coordinator, address) }
    }

    /// Adds a shard: an empty database, on which the coordinator's user has the same name and may make schemas.
    ///
    /// - Parameter uri: Where the coordinator finds it, and as whom it reads from it; with several hosts, which are
    ///   tried in their order, a server and its standbys: `postgresql://reader@one,two/reports`.
    /// - Returns: Its name.
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
          // The coordinator looks at it below.
          try connection.execute("COMMIT")
          return connection
        }
        do { try know(shard, reader: reader, coordinator) } catch {
          // What failed first is what is to be told.
          try? ShardFormat.leave(connection, reader: reader)
          throw error
        }
        return shard.name
      }
    }

    /// Makes the coordinator know a shard, and look at it.
    private func know(_ shard: Shard, reader: String, _ coordinator: PostgreSQLConnection) throws {
      let options = (shard.settings + Shard.options)
        .map { "\($0.keyword) \(PostgreSQLConnection.literal($0.value))" }
      try coordinator.execute(
        """
        CREATE SERVER \(shard.name) FOREIGN DATA WRAPPER postgres_fdw
        OPTIONS (\(options.joined(separator: ", ")))
        """)
      // The coordinator has passwords as libpq has them: in the files of its account.
      try coordinator.execute(
        """
        CREATE USER MAPPING FOR PUBLIC SERVER \(shard.name)
        OPTIONS (user \(PostgreSQLConnection.literal(reader)), password_required 'false')
        """)
      try ShardFormat.look(at: shard.name, coordinator)
    }

    /// How a coordinator and its shards are.
    public struct Status: Hashable, Sendable {
      /// The release of PostgreSQL that the coordinator is: 15.
      public let release: Int
      /// The shards.
      public let shards: [ShardStatus]
    }

    /// How a shard is.
    public struct ShardStatus: Hashable, Sendable {
      /// Its name on the coordinator.
      public let name: String
      /// Where it is, as the coordinator was told.
      public let address: String
      /// Why it cannot be used, in the words of the server or of libpq; `nil` if it can.
      public let failure: String?
      /// Which of its hosts answers; `nil` if none does.
      public let host: String?
      /// Whether that is a standby, to which nothing can be copied.
      public let isStandby: Bool
      /// Whether it has paragraphs of the index.
      public let hasParagraphs: Bool
      /// The id of the first paragraph that it may have; `nil` if there is no other shard before.
      public let firstParagraph: Int?
      /// The id after that of the last one; `nil` if there is no other shard behind.
      public let endOfParagraphs: Int?
      /// How much room these take on its disk: bytes.
      public let byteCount: Int
      /// The number of copies that no index uses any more, which the next copy removes.
      public let unusedCopies: Int
    }

    /// Looks at the coordinator and, from this machine and from the coordinator, at all shards.
    ///
    /// - Throws: An `IndexError` if the coordinator cannot be asked, or is none.
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

    /// What a shard has of the index.
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
        // What searching sees of it.
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

    /// Changes the coordinator in one transaction.
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
