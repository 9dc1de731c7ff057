#if PostgreSQL
  import CPostgreSQL
  import ReportSearch

  /// Where a server is, as libpq's URIs say it: `postgresql://reader@db.example.org/reports`.
  ///
  /// It holds no password, so that messages can name it and lists of processes can show it.
  struct PostgreSQLAddress: Hashable, Sendable {
    /// The URI.
    let uri: String

    /// Takes a URI.
    ///
    /// - Throws: An `IndexError` if it is none, or holds a password. The error names what is in front of the
    ///   user name.
    init(_ uri: String) throws(IndexError) {
      var message: UnsafeMutablePointer<CChar>?
      let options = PQconninfoParse(uri, &message)
      defer {
        PQconninfoFree(options)
        PQfreemem(message)
      }
      guard let options else {
        // libpq's message repeats what it could not read, a password among it.
        throw IndexError(path: Self.masked(uri), kind: .malformedAddress)
      }
      var option = options
      while let keyword = option.pointee.keyword {
        let isSecret = ["password", "sslpassword"].contains(String(cString: keyword))
        if isSecret, option.pointee.val != nil {
          throw IndexError(path: Self.masked(uri), kind: .passwordInAddress)
        }
        option += 1
      }
      self.uri = uri
    }

    /// The scheme alone of a URI that may hold a password anywhere.
    private static func masked(_ uri: String) -> String {
      uri.prefix { $0 != ":" } + "://…"
    }
  }
#endif
