import Corpus
import TextAnalysis

/// Filters that nothing in the index passes.
public struct UnmatchedFilters: Hashable, Sendable {
  /// A value that neither the index nor a closed vocabulary contains.
  public enum Unknown: Error, Hashable, Sendable {
    /// A name that neither a division nor a region of the index has, with similar names.
    case region(String, suggestions: [String])
    /// An identifier that no report begins with.
    case report(String)
  }

  /// Filters whose values could occur and do not, in the order of the query.
  public let filters: [Filter]
}

extension Searcher {
  /// Returns the filters of a query that nothing in the index passes: with them, a query that finds
  /// nothing says nothing about the text.
  ///
  /// - Throws: An ``UnmatchedFilters/Unknown`` if a value is not only absent but unknown; an ``IndexError``.
  /// - Complexity: O(*n*) in the reports and, for a heading, in the headings.
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
