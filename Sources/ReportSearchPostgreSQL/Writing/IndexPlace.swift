public import ReportSearch

/// Where an index is: in a file of SQLite, or on a server of PostgreSQL.
///
/// ```swift
/// let index = try IndexPlace("postgresql://reader@db.example.org/reports").open()
/// ```
public enum IndexPlace: Hashable, Sendable {
  /// The path of a file.
  case file(String)
  /// The address of a server and its database, as libpq's URIs say it, without a password: libpq takes it
  /// from `~/.pgpass` or `PGPASSWORD`.
  case server(String)

  /// Takes what people call an index: what begins with `postgresql:` or `postgres:` is an address, everything
  /// else a path.
  public init(_ name: String) {
    let isAddress = name.hasPrefix("postgresql:") || name.hasPrefix("postgres:")
    self = isAddress ? .server(name) : .file(name)
  }

  /// The path, or the address.
  public var name: String {
    switch self {
    case .file(let name), .server(let name): name
    }
  }

  /// The path of the file; `nil` of a server.
  public var path: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// Opens the index, to search it.
  ///
  /// - Throws: An `IndexError` if there is none, or not one that this program can search; of any server, if
  ///   the program was built without the trait `PostgreSQL`.
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

  /// Opens the index, to change it, and creates it if there is none.
  ///
  /// - Throws: An `IndexError` if there is one that this program cannot write to; of any server, if the program
  ///   was built without the trait `PostgreSQL`.
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

  /// Proves the index sound, or tells what is wrong with it.
  ///
  /// - Parameter isFull: As of `ReportIndex.examine(isFull:)`.
  /// - Throws: An `IndexError` if the index cannot be looked at; damage is no error here.
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
    /// The address may hold a password, which is not to be repeated.
    private func withoutServers(_ uri: String) -> IndexError {
      IndexError(path: String(uri.prefix { $0 != ":" }) + "://…", kind: .server(.unsupported))
    }
  #endif
}
