#if PostgreSQL
  public import ReportSearch

  extension ReportIndex {
    /// Opens an index on a PostgreSQL server for searching.
    ///
    /// - Parameter uri: The server and database as a libpq URI, without a password. libpq reads the
    ///   password from `~/.pgpass` or `PGPASSWORD`.
    /// - Throws: An `IndexError` if the server cannot be reached, or has no index that this program
    ///   can search.
    public convenience init(postgreSQL uri: String) throws {
      self.init(storage: try PostgreSQLStorage(uri: uri))
    }
  }

  extension IndexWriter {
    /// Opens an index on a PostgreSQL server for writing, and creates it if there is none. Several
    /// writers in one or more programs may write concurrently; each transaction waits for the
    /// others.
    ///
    /// - Parameters:
    ///   - uri: An address as for ``ReportSearch/ReportIndex/init(postgreSQL:)``.
    ///   - waiting: The time that a transaction waits for another one to end.
    /// - Throws: An `IndexError` if the server cannot be reached, or has an index that this program
    ///   cannot write.
    public convenience init(postgreSQL uri: String, waiting: Duration = .seconds(600)) throws {
      self.init(storage: try PostgreSQLWritingStorage(uri: uri, waiting: waiting))
    }
  }
#endif
