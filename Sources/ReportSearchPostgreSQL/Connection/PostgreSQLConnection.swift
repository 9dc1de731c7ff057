#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import ReportSearch

  /// A connection to a server, by libpq. No call waits longer than a limit for an answer.
  final class PostgreSQLConnection {
    let handle: OpaquePointer
    /// The moment at which calls give up.
    var deadline: ContinuousClock.Instant?
    /// The longest time between a statement and its answer; `nil` for none.
    private(set) var timeLimit: Duration?
    /// The names of statements that are prepared, by what they say.
    var preparedStatements: [String: String] = [:]
    /// How many statements were sent and not waited for.
    var postedCount = 0

    /// How long connecting may take, and a statement, where the address does not say it: seconds.
    private static let (connectSeconds, statementSeconds) = (10, 60)
    /// How much longer this side waits than the server is told to work.
    private static let patience = Duration.seconds(2)

    /// Connects to a server.
    ///
    /// - Parameters:
    ///   - isLoading: Whether statements may take as long as they need: of a load.
    ///   - deadline: The moment at which calls give up; connecting itself has a limit of its own.
    /// - Throws: A ``PostgreSQLFailure``, or an ``Interruption``.
    init(
      _ address: PostgreSQLAddress, isLoading: Bool = false,
      deadline: ContinuousClock.Instant? = nil
    ) throws {
      self.deadline = deadline
      timeLimit = isLoading ? nil : .seconds(Self.statementSeconds) + Self.patience
      // What the address says overrides what stands before it.
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
      // libpq prints what a server says besides.
      try execute("SET client_min_messages = error")
      // A server that can (since PostgreSQL 14) stops when nobody waits for the answer any more.
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

    /// Why the connection is of no use.
    var lost: PostgreSQLFailure {
      PostgreSQLFailure(message: String(cString: PQerrorMessage(handle)))
    }

    /// As whom the server knows this program.
    var user: String { PQuser(handle).map { String(cString: $0) } ?? "" }

    /// Where the server is that answers, of several that may.
    var host: String {
      [PQhost(handle), PQport(handle)].compactMap { $0.map { String(cString: $0) } }
        .joined(separator: ":")
    }

    /// The release of PostgreSQL that the server is: 15; `nil` if it is none that says so.
    var release: Int? {
      let version = Int(PQserverVersion(handle))
      return version < 100_000 ? nil : version / 10_000
    }

    /// Makes sure that texts are UTF-8.
    func checkEncoding() throws {
      let encoding = try query("SELECT current_setting('server_encoding')").rows[0].text(0)
      guard encoding == "UTF8" else {
        throw PostgreSQLFailure(message: "server_encoding is \(encoding ?? "unknown"), not UTF8")
      }
    }

    /// A name as it is written in statements.
    static func quoted(_ name: String) -> String {
      "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    /// A text as it is written in statements that take no arguments.
    static func literal(_ text: String) -> String {
      let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "''")
      return text.contains("\\") ? "E'\(escaped)'" : "'\(escaped)'"
    }

    /// Tells the server how long a statement may take, if nobody else did, and waits little longer.
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

    /// Waits no longer than that for any answer.
    func giveUp(after limit: Duration) { timeLimit = limit + Self.patience }

    /// Runs a statement that gives no rows of interest.
    func execute(_ sql: String) throws { _ = try query(sql) }

    /// Runs a statement, and returns all of its rows.
    ///
    /// - Parameter arguments: What stands for each `?`.
    func query(_ sql: String, _ arguments: [StoredArgument] = []) throws -> PostgreSQLResult {
      try send(sql, arguments)
      var last: PostgreSQLResult?
      while let result = try nextResult() {
        last = result
        // What is copied follows; only then comes the next result.
        if result.isCopying { break }
      }
      guard let last else { throw lost }
      return last
    }

    /// Runs a statement, and calls a closure with each row as it comes; the closure asks nothing of the server.
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

    /// The statement with its `?` as PostgreSQL writes them; statements with arguments hold no other `?`.
    static func numbered(_ sql: String) -> String {
      let parts = sql.split(separator: "?", omittingEmptySubsequences: false)
      return parts.enumerated().map { $0 == 0 ? String($1) : "$\($0)\($1)" }.joined()
    }

    /// The next result of what was sent, or `nil` behind the last one.
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

    /// Sends what libpq keeps.
    func flush() throws {
      try wait(forSending: true) {
        let code = PQflush(handle)
        if code < 0 { throw lost }
        return code == 0
      }
    }

    /// Waits until libpq has what is needed.
    ///
    /// - Throws: A ``PostgreSQLFailure`` if the connection is lost or the time limit over, an
    ///   ``Interruption`` if the deadline is.
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

    /// The deadline is over.
    struct Interruption: Error {}
  }
#endif
