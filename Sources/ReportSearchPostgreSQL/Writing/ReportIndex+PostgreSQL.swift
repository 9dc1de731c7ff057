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

  extension IndexWriter {
    /// Opens an index that a server of PostgreSQL keeps, to change it, and creates it if there is none. Several
    /// writers may be at it at once, in one program or in many: each waits for the others' transactions.
    ///
    /// - Parameters:
    ///   - uri: As of ``ReportSearch/ReportIndex/init(postgreSQL:)``.
    ///   - waiting: How long a transaction waits for another one to end.
    /// - Throws: An `IndexError` if the server cannot be reached, or has an index that this program cannot
    ///   write to.
    public convenience init(postgreSQL uri: String, waiting: Duration = .seconds(600)) throws {
      self.init(storage: try PostgreSQLWritingStorage(uri: uri, waiting: waiting))
    }
  }
#endif
