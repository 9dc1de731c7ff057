#if PostgreSQL
  import CPostgreSQL
  import ReportSearch

  /// Statements that are sent one behind the other, without waiting for each.
  ///
  /// Each is prepared once for the connection, as few different ones are run many times.
  extension PostgreSQLConnection {
    /// How many statements are sent before the server is waited for.
    private static let mostPosted = 256

    /// Sends a statement whose rows nobody needs. What it did wrong the next statement tells that waits.
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

    /// Runs a statement behind those that were sent, and returns its rows.
    func ask(_ sql: String, _ arguments: PostgreSQLArguments) throws -> PostgreSQLResult? {
      try send(sql, arguments)
      return try settle().last
    }

    /// Runs a statement many times, and calls a closure with the place of each arguments and the rows that they gave.
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

    /// Waits until all that was sent is done.
    ///
    /// - Returns: What each statement gave that was not waited for before, the preparing ones among them.
    /// - Throws: A ``PostgreSQLFailure`` of the first statement that failed.
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
          // There is none behind each statement's own, and none for ever if the connection is lost.
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

    /// The name of a statement, which is prepared if it was not.
    private func prepared(_ sql: String) throws -> String {
      if let known = preparedStatements[sql] { return known }
      let name = "s\(preparedStatements.count)"
      guard PQsendPrepare(handle, name, Self.numbered(sql), 0, nil) == 1 else { throw lost }
      preparedStatements[sql] = name
      return name
    }
  }
#endif
