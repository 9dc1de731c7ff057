#if PostgreSQL
  public import ReportSearch

  extension ReportIndex {
    /// Opens an index that a server of PostgreSQL keeps, to search it.
    ///
    /// - Parameter uri: The server and its database as libpq's URIs say it, without a password: libpq takes it
    ///   from `~/.pgpass` or `PGPASSWORD`.
    /// - Throws: An `IndexError` if the server cannot be reached, or has no index that this program can
    ///   search.
    public convenience init(postgreSQL uri: String) throws {
      self.init(storage: try PostgreSQLStorage(uri: uri))
    }
  }
#endif
