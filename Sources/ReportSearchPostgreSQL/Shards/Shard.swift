#if PostgreSQL
  import ReportSearch

  /// A server that keeps a range of the paragraphs, as the coordinator knows it: a foreign server of
  /// `postgres_fdw`, which is all that the coordinator knows of it.
  struct Shard {
    /// Its name on the coordinator.
    let name: String
    /// Where it is: the keywords of libpq that the coordinator uses.
    let settings: [PostgreSQLAddress.Setting]

    /// How many rows the coordinator takes at a time; and that it asks all shards at once, and ends their
    /// transactions at once.
    static let options: [PostgreSQLAddress.Setting] = [
      .init("async_capable", "true"), .init("fetch_size", "2000"), .init("parallel_commit", "true"),
    ]

    /// How long the coordinator tries to connect, where the address does not say it: seconds for each host.
    private static let connectSeconds = 5

    /// Returns with which settings the coordinator connects to an address, but for the user.
    static func settings(_ told: [PostgreSQLAddress.Setting]) -> [PostgreSQLAddress.Setting] {
      var settings = told.filter { $0.keyword != "user" && $0.keyword != "options" }
      if !settings.contains(where: { $0.keyword == "connect_timeout" }) {
        settings.append(.init("connect_timeout", "\(connectSeconds)"))
      }
      // The coordinator reads by cursors, which PostgreSQL plans for whoever wants the first tenth of the rows:
      // it would go through all paragraphs by their ids.
      let options = told.first { $0.keyword == "options" }.map { $0.value + " " } ?? ""
      settings.append(.init("options", options + "-c cursor_tuple_fraction=1"))
      return settings
    }

    /// Returns the shards that a coordinator knows, in the order in which they came.
    static func all(_ coordinator: PostgreSQLConnection) throws -> [Shard] {
      let rows = try coordinator.query(
        """
        SELECT srvname, option_name, option_value
        FROM pg_foreign_server, pg_options_to_table(srvoptions)
        WHERE srvname ~ '^duansou_shard_[0-9]+$' ORDER BY length(srvname), srvname, option_name
        """
      ).rows
      var shards: [(name: String, settings: [PostgreSQLAddress.Setting])] = []
      for row in rows {
        let name = row.text(0)!
        if shards.last?.name != name { shards.append((name, [])) }
        let setting = PostgreSQLAddress.Setting(row.text(1)!, row.text(2) ?? "")
        if !options.contains(where: { $0.keyword == setting.keyword }) {
          shards[shards.count - 1].settings.append(setting)
        }
      }
      return shards.map { Shard(name: $0.name, settings: $0.settings) }
    }

    /// The name of the shard that comes as the next one.
    static func name(after shards: [Shard]) -> String {
      let last = shards.last.flatMap { Int($0.name.split(separator: "_")[2]) } ?? 0
      return "duansou_shard_\(last + 1)"
    }

    /// Where a program reaches it itself.
    ///
    /// - Parameter isWriting: Whether of several hosts only the one will do that can be written to.
    func address(user: String, isWriting: Bool) throws(IndexError) -> PostgreSQLAddress {
      let target = PostgreSQLAddress.Setting("target_session_attrs", "read-write")
      return try PostgreSQLAddress(
        settings.filter { !isWriting || $0.keyword != target.keyword } + [.init("user", user)]
          + (isWriting ? [target] : []))
    }
  }
#endif
