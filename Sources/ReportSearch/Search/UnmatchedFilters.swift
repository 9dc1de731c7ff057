import Corpus
import TextAnalysis

/// The filters of a query that nothing in the index satisfies.
public struct UnmatchedFilters: Hashable, Sendable {
  /// A value that neither the index nor a closed vocabulary contains.
  public enum Unknown: Error, Hashable, Sendable {
    /// A name of no administrative division and of no region in the index, with similar names.
    case region(String, suggestions: [String])
    /// A prefix of no report identifier.
    case report(String)
  }

  /// Filters with valid values that do not occur, in the order of the query.
  public let filters: [Filter]
}

extension Searcher {
  /// Returns the filters of a query that nothing in the index satisfies. A query without hits
  /// because of such a filter says nothing about the text.
  ///
  /// - Throws: An ``UnmatchedFilters/Unknown`` if a value is not only absent but unknown; an
  ///   ``IndexError``.
  /// - Complexity: O(*n*) in the reports and, for a heading filter, in the headings.
  public func unmatchedFilters(of query: Query) throws -> UnmatchedFilters {
    let filters = query.filters
    if filters.isEmpty { return UnmatchedFilters(filters: []) }
    let unmatched = try translatingErrors {
      let preparation = try evaluator().filterPreparation
      return try filters.filter { try !preparation.isPassed($0) }
    }
    for filter in unmatched {
      switch filter {
      case .region(let region) where region.divisions.isEmpty:
        throw UnmatchedFilters.Unknown.region(region.text, suggestions: region.suggestions)
      case .text(.report, let text): throw UnmatchedFilters.Unknown.report(text.string)
      default: break
      }
    }
    return UnmatchedFilters(filters: unmatched)
  }
}
