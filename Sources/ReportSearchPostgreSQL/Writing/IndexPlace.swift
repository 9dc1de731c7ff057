public import ReportSearch

/// The location of an index: an SQLite file or a PostgreSQL server.
///
/// ```swift
/// let index = try IndexPlace("postgresql://reader@db.example.org/reports").open()
/// ```
public enum IndexPlace: Hashable, Sendable {
  /// The path of a file.
  case file(String)
  /// The address of a server and database as a libpq URI, without a password. libpq reads the
  /// password from `~/.pgpass` or `PGPASSWORD`.
  case server(String)

  /// Creates a location from user input. A string that begins with `postgresql:` or `postgres:` is
  /// an address; any other is a path.
  public init(_ name: String) {
    let isAddress = name.hasPrefix("postgresql:") || name.hasPrefix("postgres:")
    self = isAddress ? .server(name) : .file(name)
  }

  /// The path or the address.
  public var name: String {
    switch self {
    case .file(let name), .server(let name): name
    }
  }

  /// The path of the file, or `nil` for a server.
  public var path: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// Opens the index for searching.
  ///
  /// - Throws: An `IndexError` if there is no index that this program can search, or for any server
  ///   if the program was built without the trait `PostgreSQL`.
  public func open() throws -> ReportIndex {
    switch self {
    case .file(let path): return try ReportIndex(path: path)
    case .server(let uri):
      #if PostgreSQL
        return try ReportIndex(postgreSQL: uri)
      #else
        throw withoutServers(uri)
      #endif
    }
  }

  /// Opens the index for writing, and creates it if there is none.
  ///
  /// - Throws: An `IndexError` if there is an index that this program cannot write, or for any
  ///   server if the program was built without the trait `PostgreSQL`.
  public func writer() throws -> IndexWriter {
    switch self {
    case .file(let path): return try IndexWriter(path: path)
    case .server(let uri):
      #if PostgreSQL
        return try IndexWriter(postgreSQL: uri)
      #else
        throw withoutServers(uri)
      #endif
    }
  }

  /// Checks the integrity of the index.
  ///
  /// - Parameter isFull: True for a full check, as described at `ReportIndex.examine(isFull:)`.
  /// - Throws: An `IndexError` if the index cannot be examined. Corruption is not an error here.
  public func examine(isFull: Bool) throws -> IndexExamination {
    switch self {
    case .file(let path): return try ReportIndex(path: path).examine(isFull: isFull)
    case .server(let uri):
      #if PostgreSQL
        return try IndexCopy().examine(server: uri, isFull: isFull)
      #else
        throw withoutServers(uri)
      #endif
    }
  }

  #if !PostgreSQL
    /// Returns the error of builds without PostgreSQL support. It contains only the scheme of the
    /// address, which may contain a password.
    private func withoutServers(_ uri: String) -> IndexError {
      IndexError(path: String(uri.prefix { $0 != ":" }) + "://…", kind: .server(.unsupported))
    }
  #endif
}
