#if PostgreSQL
  import CPostgreSQL
  import ReportSearch

  /// A failure of a request to a server.
  struct PostgreSQLFailure: Error {
    /// The message of the server or of libpq, in one line.
    let message: String
    /// The SQLSTATE code, `timeout` if the server did not answer in time, or `nil` if there is no
    /// code.
    let state: String?

    /// True if a time limit of the server or of the client has passed.
    var isTimeout: Bool { state == "57014" || state == "timeout" }

    /// True if a coordinator lost its connection to a shard or could not connect.
    var isConnectionLostToShard: Bool { state?.hasPrefix("08") == true }

    /// Returns the failure of an answer that did not arrive in time.
    static func timeout(after limit: Duration) -> PostgreSQLFailure {
      PostgreSQLFailure(message: "no answer within \(limit / .seconds(1)) s", state: "timeout")
    }

    init(message: String, state: String? = nil) {
      self.message = message.split(whereSeparator: \.isNewline)
        .map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
      self.state = state
    }

    /// Creates a failure from a result.
    init(of result: OpaquePointer?) {
      func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
      }
      let primary = field("M") ?? String(cString: PQresultErrorMessage(result))
      self.init(
        message: [primary, field("D")].compactMap(\.self).joined(separator: "\n"),
        state: field("C"))
    }

    /// Converts the failure to an `IndexError`.
    func error(at address: PostgreSQLAddress) -> IndexError {
      // 55P03, lock_not_available: another copy has the lock, or readers lock the tables.
      IndexError(
        path: address.uri, kind: state == "55P03" ? .busy(nil) : .server(.failure(message: message))
      )
    }
  }
#endif
