#if PostgreSQL
  import CPostgreSQL
  import ReportSearch

  /// Why a server did not do what it was asked.
  struct PostgreSQLFailure: Error {
    /// What the server or libpq says, in one line.
    let message: String
    /// The server's code, `timeout` if it did not answer in time, or `nil` if it could not answer.
    let state: String?

    /// Whether the time for an answer was over, by the server's clock or by this program's.
    var isTimeout: Bool { state == "57014" || state == "timeout" }

    /// Whether a coordinator lost the connection to a shard, or found none.
    var isConnectionLostToShard: Bool { state?.hasPrefix("08") == true }

    /// The answer did not come in time.
    static func timeout(after limit: Duration) -> PostgreSQLFailure {
      PostgreSQLFailure(message: "no answer within \(limit / .seconds(1)) s", state: "timeout")
    }

    init(message: String, state: String? = nil) {
      self.message = message.split(whereSeparator: \.isNewline)
        .map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
      self.state = state
    }

    /// What a result says.
    init(of result: OpaquePointer?) {
      func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
      }
      let primary = field("M") ?? String(cString: PQresultErrorMessage(result))
      self.init(
        message: [primary, field("D")].compactMap(\.self).joined(separator: "\n"),
        state: field("C"))
    }

    /// What it means for an index.
    func error(at address: PostgreSQLAddress) -> IndexError {
      // Another copy holds the lock, or readers hold the tables: 55P03.
      IndexError(
        path: address.uri, kind: state == "55P03" ? .busy(nil) : .server(.failure(message: message))
      )
    }
  }
#endif
