#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import ReportSearch

  /// A connection to a server through libpq. Waiting for an answer has a time limit.
  final class PostgreSQLConnection {
    let handle: OpaquePointer
    /// The time at which calls are interrupted.
    var deadline: ContinuousClock.Instant?
    /// The maximum time between a statement and its answer, or `nil` for no limit.
    private(set) var timeLimit: Duration?
    /// The names of prepared statements, by SQL text.
    var preparedStatements: [String: String] = [:]
    /// The number of pipelined statements whose results were not read yet.
    var postedCount = 0

    /// The default limits for connecting and for a statement, in seconds, if the address does not
    /// set them.
    private static let (connectSeconds, statementSeconds) = (10, 60)
    /// The time that the client waits beyond the server's own limit.
    private static let patience = Duration.seconds(2)

    /// Connects to a server.
    ///
    /// - Parameters:
    ///   - isLoading: True to allow statements of any duration, for loading data.
    ///   - deadline: The time at which calls are interrupted. Connecting has a limit of its own.
    /// - Throws: A ``PostgreSQLFailure``, or an ``Interruption``.
    init(
      _ address: PostgreSQLAddress, isLoading: Bool = false,
      deadline: ContinuousClock.Instant? = nil
    ) throws {
      self.deadline = deadline
      timeLimit = isLoading ? nil : .seconds(Self.statementSeconds) + Self.patience
      // Settings in the address override the options before `dbname`.
      let options = [
        ("connect_timeout", "\(Self.connectSeconds)"), ("tcp_user_timeout", "30000"),
        ("fallback_application_name", "duansou"), ("dbname", address.uri),
        ("client_encoding", "UTF8"),
      ]
      var keywords = options.map { UnsafePointer(strdup($0.0)) } + [nil]
      var values = options.map { UnsafePointer(strdup($0.1)) } + [nil]
      defer { (keywords + values).forEach { free(UnsafeMutablePointer(mutating: $0)) } }
      guard let handle = PQconnectdbParams(&keywords, &values, 1) else {
        throw PostgreSQLFailure(message: "out of memory")
      }
      self.handle = handle
      guard PQstatus(handle) == CONNECTION_OK else { throw lost }
      PQsetnonblocking(handle, 1)
      // libpq prints notices and warnings of the server.
      try execute("SET client_min_messages = error")
      // A server on Linux (since PostgreSQL 14) can detect that the client disconnected, and then
      // cancels the statement.
      try execute(
        """
        SELECT set_config(name, '1s', false) FROM pg_settings
        WHERE name = 'client_connection_check_interval' AND version() LIKE '%linux%'
        """)
      if isLoading {
        try execute("SET statement_timeout = 0")
      } else {
        try limitStatements()
      }
    }

    deinit { PQfinish(handle) }

    /// The error of an unusable connection.
    var lost: PostgreSQLFailure {
      PostgreSQLFailure(message: String(cString: PQerrorMessage(handle)))
    }

    /// The name of the role with which this program is connected.
    var user: String { PQuser(handle).map { String(cString: $0) } ?? "" }

    /// The host and port of the server that answers, of several in the address.
    var host: String {
      [PQhost(handle), PQport(handle)].compactMap { $0.map { String(cString: $0) } }
        .joined(separator: ":")
    }

    /// The major version of PostgreSQL, such as 15, or `nil` if the server does not report one.
    var release: Int? {
      let version = Int(PQserverVersion(handle))
      return version < 100_000 ? nil : version / 10_000
    }

    /// Checks that the encoding of the database is UTF-8.
    func checkEncoding() throws {
      let encoding = try query("SELECT current_setting('server_encoding')").rows[0].text(0)
      guard encoding == "UTF8" else {
        throw PostgreSQLFailure(message: "server_encoding is \(encoding ?? "unknown"), not UTF8")
      }
    }

    /// Returns a quoted identifier.
    static func quoted(_ name: String) -> String {
      "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    /// Returns a string literal, for statements that take no arguments.
    static func literal(_ text: String) -> String {
      let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "''")
      return text.contains("\\") ? "E'\(escaped)'" : "'\(escaped)'"
    }

    /// Sets the server's time limit for statements unless one is set, and derives ``timeLimit``
    /// from it.
    private func limitStatements() throws {
      try execute(
        """
        SELECT set_config('statement_timeout', '\(Self.statementSeconds)s', false)
        WHERE current_setting('statement_timeout') = '0'
        """)
      let milliseconds = try query(
        "SELECT setting FROM pg_settings WHERE name = 'statement_timeout'"
      ).rows.first?.text(0).flatMap { Int($0) }
      timeLimit = milliseconds.map { .milliseconds($0) + Self.patience }
    }

    /// Limits the time to wait for any answer.
    func giveUp(after limit: Duration) { timeLimit = limit + Self.patience }

    /// Executes a statement and discards its rows.
    func execute(_ sql: String) throws { _ = try query(sql) }

    /// Executes a statement and returns all of its rows.
    ///
    /// - Parameter arguments: The values for each `?`.
    func query(_ sql: String, _ arguments: [StoredArgument] = []) throws -> PostgreSQLResult {
      try send(sql, arguments)
      var last: PostgreSQLResult?
      while let result = try nextResult() {
        last = result
        // COPY data follow. There is no further result before their end.
        if result.isCopying { break }
      }
      guard let last else { throw lost }
      return last
    }

    /// Executes a statement and calls a closure with each row as it arrives. The closure must not
    /// use the connection.
    func stream(
      _ sql: String, _ arguments: [StoredArgument] = [], _ body: (PostgreSQLRow) throws -> Void
    ) throws {
      try send(sql, arguments)
      PQsetSingleRowMode(handle)
      while let result = try nextResult() { try result.rows.forEach(body) }
    }

    private func send(_ sql: String, _ arguments: [StoredArgument]) throws {
      try settle()
      try PostgreSQLArguments(arguments).withValues { count, values, lengths, formats in
        guard
          PQsendQueryParams(
            handle, arguments.isEmpty ? sql : Self.numbered(sql), count, nil, values, lengths,
            formats, 1) == 1
        else { throw lost }
      }
      try flush()
    }

    /// Returns the statement with `?` replaced by PostgreSQL's `$1`, `$2`, …. Statements with
    /// arguments must not contain any other `?`.
    static func numbered(_ sql: String) -> String {
      let parts = sql.split(separator: "?", omittingEmptySubsequences: false)
      return parts.enumerated().map { $0 == 0 ? String($1) : "$\($0)\($1)" }.joined()
    }

    /// Returns the next result, or `nil` after the last one.
    func nextResult() throws -> PostgreSQLResult? {
      try wait { PQisBusy(handle) == 0 }
      guard let result = PQgetResult(handle) else { return nil }
      switch PQresultStatus(result) {
      case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COMMAND_OK, PGRES_COPY_IN, PGRES_COPY_OUT:
        return PostgreSQLResult(result)
      default:
        defer { PQclear(result) }
        throw PostgreSQLFailure(of: result)
      }
    }

    /// Sends the data in libpq's buffer.
    func flush() throws {
      try wait(forSending: true) {
        let code = PQflush(handle)
        if code < 0 { throw lost }
        return code == 0
      }
    }

    /// Waits until a condition holds, while reading from the connection.
    ///
    /// - Throws: A ``PostgreSQLFailure`` if the connection is lost or the time limit has passed, an
    ///   ``Interruption`` if the deadline has passed.
    func wait(forSending: Bool = false, until isReady: () throws -> Bool) throws {
      let end = timeLimit.map { ContinuousClock.now + $0 }
      while try !isReady() {
        var descriptor = pollfd(
          fd: PQsocket(handle), events: Int16(POLLIN | (forSending ? POLLOUT : 0)), revents: 0)
        poll(&descriptor, 1, 50)
        if descriptor.revents & Int16(POLLIN | POLLERR | POLLHUP) != 0, PQconsumeInput(handle) == 0
        {
          throw lost
        }
        if let deadline, ContinuousClock.now >= deadline { throw Interruption() }
        if let end, ContinuousClock.now >= end {
          throw PostgreSQLFailure.timeout(after: timeLimit!)
        }
      }
    }

    /// The error of a call that was interrupted because the deadline passed.
    struct Interruption: Error {}
  }
#endif
