/// An index that is open for searching.
///
/// ```swift
/// let index = try ReportIndex(path: "index/reports.sqlite")
/// let result = try index.search(QueryParser().parse("控辍保学"), limit: 20)
/// ```
///
/// A ``Searcher`` has all that can be asked. One thread reads at a time; others wait.
public final class ReportIndex: Sendable {
  let storage: any IndexStorage
  private let cache = AttributesCache()

  /// Opens an index.
  ///
  /// - Parameter postings: Where the lists are read: the results are the same.
  /// - Throws: An ``IndexError`` if there is none, or not one that this program can search.
  public convenience init(path: String, postings: PostingsAccess = .pages) throws {
    self.init(storage: try SQLiteStorage(path: path, postings: postings))
  }

  /// Searches what a storage keeps.
  package init(storage: any IndexStorage) { self.storage = storage }

  /// Calls a closure with a searcher, all of whose answers are of one committed state of the index, whatever a
  /// writer does meanwhile.
  ///
  /// ```swift
  /// let (contents, name) = try index.read { (try $0.contents(), try $0.fingerprint()) }
  /// ```
  ///
  /// The log of an index cannot be taken back into its file as long as the closure runs. The closure must not
  /// read this index but by the searcher.
  ///
  /// - Parameters:
  ///   - deadline: When the searcher gives up: its methods then throw an ``IndexError`` whose
  ///     ``IndexError/isInterruption`` is true. It is looked at between the lists of a query's terms and while
  ///     texts are read, not inside one list.
  ///   - body: Takes the searcher, which is valid during the call only.
  /// - Throws: An ``IndexError``, or what the closure throws.
  public func read<Value>(
    deadline: ContinuousClock.Instant? = nil, _ body: (Searcher) throws -> Value
  ) throws -> Value {
    var outcome: Result<Value, any Error>?
    try storage.reading(deadline: deadline) { snapshot in
      outcome = Result { try body(Searcher(snapshot, path: storage.path, cache: cache)) }
      // A read that failed is not ended in order. Other errors of the closure are not the storage's.
      if case .failure(let error as IndexError) = outcome { throw error }
    }
    return try outcome!.get()
  }

  /// Returns hits of a query: as ``Searcher/search(_:limit:options:)``, in a state of their own.
  ///
  /// - Throws: An ``IndexError``.
  public func search(
    _ query: Query, limit: Int, options: SearchOptions = SearchOptions()
  ) throws -> SearchResult {
    try read { try $0.search(query, limit: limit, options: options) }
  }

  /// Returns true if another index is at the path of this one, or the file was overwritten: it must be opened
  /// again. An index on a server never has to be.
  ///
  /// - Throws: An ``IndexError`` if there is none any more.
  /// - Complexity: O(1); nothing of the index is read.
  public func isReplaced() throws -> Bool { try storage.isReplaced() }
}
