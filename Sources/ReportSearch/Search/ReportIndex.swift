/// An index that is open for searching.
///
/// ```swift
/// let index = try ReportIndex(path: "index/reports.sqlite")
/// let result = try index.search(QueryParser().parse("控辍保学"), limit: 20)
/// ```
///
/// All queries are methods of ``Searcher``. One thread reads at a time; others wait.
public final class ReportIndex: Sendable {
  let storage: any IndexStorage
  private let cache = AttributesCache()

  /// Opens an index.
  ///
  /// - Parameter postings: The way in which postings are read. It does not affect the results.
  /// - Throws: An ``IndexError`` if there is no index that this program can search.
  public convenience init(path: String, postings: PostingsAccess = .pages) throws {
    self.init(storage: try SQLiteStorage(path: path, postings: postings))
  }

  /// Opens an index in a storage.
  package init(storage: any IndexStorage) { self.storage = storage }

  /// Calls a closure with a searcher. All of its answers come from one snapshot of the index,
  /// unaffected by concurrent writers.
  ///
  /// ```swift
  /// let (contents, name) = try index.read { (try $0.contents(), try $0.fingerprint()) }
  /// ```
  ///
  /// While the closure runs, the write-ahead log cannot be checkpointed completely. The closure
  /// must not read this index except through the searcher.
  ///
  /// - Parameters:
  ///   - deadline: The time at which the searcher's methods begin to throw an ``IndexError`` whose
  ///     ``IndexError/isInterruption`` is true. It is checked between the postings lists of a
  ///     query's terms and while texts are read, not within a list.
  ///   - body: A closure. The searcher is valid during the call only.
  /// - Throws: An ``IndexError``, or errors of the closure.
  public func read<Value>(
    deadline: ContinuousClock.Instant? = nil, _ body: (Searcher) throws -> Value
  ) throws -> Value {
    var outcome: Result<Value, any Error>?
    try storage.reading(deadline: deadline) { snapshot in
      outcome = Result { try body(Searcher(snapshot, path: storage.path, cache: cache)) }
      // The storage must not commit after a read that failed. Other errors of the closure do not
      // concern the storage.
      if case .failure(let error as IndexError) = outcome { throw error }
    }
    return try outcome!.get()
  }

  /// Returns hits of a query, as ``Searcher/search(_:limit:options:)`` does, from a snapshot of
  /// their own.
  ///
  /// - Throws: An ``IndexError``.
  public func search(
    _ query: Query, limit: Int, options: SearchOptions = SearchOptions()
  ) throws -> SearchResult {
    try read { try $0.search(query, limit: limit, options: options) }
  }

  /// Returns true if the path now leads to another index or if the file was overwritten. The index
  /// must then be opened again. Always false for an index on a server.
  ///
  /// - Throws: An ``IndexError`` if there is no file any more.
  /// - Complexity: O(1); the index itself is not read.
  public func isReplaced() throws -> Bool { try storage.isReplaced() }
}
