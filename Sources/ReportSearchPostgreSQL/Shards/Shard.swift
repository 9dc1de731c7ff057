#if PostgreSQL
  import ReportSearch

  /// A server that stores a range of the paragraphs. The coordinator represents it as a foreign
  /// server of `postgres_fdw` and stores nothing else about it.
  struct Shard {
    /// Its name on the coordinator.
    let name: String
    /// The libpq settings with which the coordinator connects to it.
    let settings: [PostgreSQLAddress.Setting]

    /// Options of the foreign server: the number of rows per fetch, concurrent scans of all shards,
    /// and concurrent commits.
    static let options: [PostgreSQLAddress.Setting] = [
      .init("async_capable", "true"), .init("fetch_size", "2000"), .init("parallel_commit", "true"),
    ]

    /// The coordinator's default time limit for connecting, in seconds per host.
    private static let connectSeconds = 5

    /// Returns the settings with which the coordinator connects to an address, except for the user.
    static func settings(_ told: [PostgreSQLAddress.Setting]) -> [PostgreSQLAddress.Setting] {
      var settings = told.filter { $0.keyword != "user" && $0.keyword != "options" }
      if !settings.contains(where: { $0.keyword == "connect_timeout" }) {
        settings.append(.init("connect_timeout", "\(connectSeconds)"))
      }
      // The coordinator reads through cursors. PostgreSQL plans these for fetching the first tenth
      // of the rows, and would scan all paragraphs in the order of ids.
      let options = told.first { $0.keyword == "options" }.map { $0.value + " " } ?? ""
      settings.append(.init("options", options + "-c cursor_tuple_fraction=1"))
      return settings
    }

    /// Returns the shards of a coordinator, in the order in which they were added.
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

    /// Returns the name of the next shard to be added.
    static func name(after shards: [Shard]) -> String {
      let last = shards.last.flatMap { Int($0.name.split(separator: "_")[2]) } ?? 0
      return "duansou_shard_\(last + 1)"
    }

    /// Returns the address with which a program connects to the shard directly.
    ///
    /// - Parameter isWriting: True to connect only to the one of several hosts that accepts writes.
    func address(user: String, isWriting: Bool) throws(IndexError) -> PostgreSQLAddress {
      let target = PostgreSQLAddress.Setting("target_session_attrs", "read-write")
      return try PostgreSQLAddress(
        settings.filter { !isWriting || $0.keyword != target.keyword } + [.init("user", user)]
          + (isWriting ? [target] : []))
    }
  }
#endif
