import ReportSearch
import ResultFormats

extension Searcher {
  /// Says on standard error which filters of some queries nothing in the index passes.
  ///
  /// - Throws: An `UnmatchedFilters.Unknown` if a region or report is unknown; an `IndexError`.
  func tellUnmatchedFilters(of queries: [Query]) throws {
    for query in queries {
      try unmatchedFilters(of: query).message(in: language).map(tell)
    }
  }
}
