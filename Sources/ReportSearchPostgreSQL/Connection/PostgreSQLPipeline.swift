#if PostgreSQL
  import CPostgreSQL
  import ReportSearch

  /// Pipelined statements, which are sent without waiting for each result.
  ///
  /// Each statement is prepared once per connection, because a few distinct ones are executed many
  /// times.
  extension PostgreSQLConnection {
    /// The maximum number of statements that are sent before waiting for results.
    private static let mostPosted = 256

    /// Sends a statement whose rows are not needed. Its errors are thrown by the next call that
    /// waits.
    func post(_ sql: String, _ arguments: PostgreSQLArguments) throws {
      try send(sql, arguments)
      if postedCount == Self.mostPosted { try settle() }
    }

    private func send(_ sql: String, _ arguments: PostgreSQLArguments) throws {
      if PQpipelineStatus(handle) == PQ_PIPELINE_OFF {
        guard PQenterPipelineMode(handle) == 1 else { throw lost }
        postedCount = 0
      }
      let name = try prepared(sql)
      let isSent = arguments.withValues {
        PQsendQueryPrepared(handle, name, $0, $1, $2, $3, 1) == 1
      }
      guard isSent else { throw lost }
      postedCount += 1
    }

    /// Executes a statement after the ones already sent, and returns its rows.
    func ask(_ sql: String, _ arguments: PostgreSQLArguments) throws -> PostgreSQLResult? {
      try send(sql, arguments)
      return try settle().last
    }

    /// Executes a statement once for each element of `arguments`, and calls a closure with the
    /// index of that element and the resulting rows.
    func askEach(
      _ sql: String, _ arguments: [PostgreSQLArguments],
      _ body: (_ place: Int, PostgreSQLResult) throws -> Void
    ) throws {
      try settle()
      var place = 0
      while place < arguments.count {
        let sent = arguments[place...].prefix(Self.mostPosted)
        for arguments in sent { try send(sql, arguments) }
        for (place, result) in zip(sent.indices, try settle().suffix(sent.count)) {
          try body(place, result)
        }
        place = sent.endIndex
      }
    }

    /// Waits for the results of all statements that were sent.
    ///
    /// - Returns: The result of each of them, including those that prepare statements.
    /// - Throws: The ``PostgreSQLFailure`` of the first statement that failed.
    @discardableResult
    func settle() throws -> [PostgreSQLResult] {
      guard PQpipelineStatus(handle) != PQ_PIPELINE_OFF else { return [] }
      guard PQpipelineSync(handle) == 1 else { throw lost }
      try flush()
      var failure: PostgreSQLFailure?
      var results: [PostgreSQLResult] = []
      var isSynchronized = false
      while !isSynchronized {
        try wait { PQisBusy(handle) == 0 }
        guard let result = PQgetResult(handle) else {
          // A null result follows the result of each statement. If the connection is lost, only
          // null results follow.
          if PQstatus(handle) != CONNECTION_OK { throw lost }
          continue
        }
        switch PQresultStatus(result) {
        case PGRES_PIPELINE_SYNC:
          isSynchronized = true
          PQclear(result)
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: results.append(PostgreSQLResult(result))
        case PGRES_PIPELINE_ABORTED: PQclear(result)
        default:
          failure = failure ?? PostgreSQLFailure(of: result)
          PQclear(result)
        }
      }
      guard PQexitPipelineMode(handle) == 1 else { throw lost }
      if let failure { throw failure }
      return results
    }

    /// Returns the name of a prepared statement. Sends a request to prepare it at first use.
    private func prepared(_ sql: String) throws -> String {
      if let known = preparedStatements[sql] { return known }
      let name = "s\(preparedStatements.count)"
      guard PQsendPrepare(handle, name, Self.numbered(sql), 0, nil) == 1 else { throw lost }
      preparedStatements[sql] = name
      return name
    }
  }
#endif
