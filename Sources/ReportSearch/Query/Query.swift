/// A query tree.
///
/// A paragraph either fits a query or does not; if it fits, it has matches. `QueryParser` builds
/// only trees that follow the rules below. Trees that are built by hand must follow them too.
public indirect enum Query: Hashable, Sendable {
  /// Occurrences of a term.
  case term(Term)
  /// Both sides, without overlap and with at most `distance` folded characters between them. If
  /// `isOrdered`, the left side comes first.
  ///
  /// A side is a term, an ``any(_:)`` of sides, or another `near`, which counts as the span from
  /// its first to its last character. `A /5 B /5 C` is `(A /5 B) /5 C`.
  case near(Query, Query, distance: Int, isOrdered: Bool)
  /// All members in one paragraph. There are at least two members. At least one is neither an
  /// exclusion nor a filter, unless all are filters.
  case all([Query])
  /// At least one of the members. There are at least two members; either all or none are filters.
  case any([Query])
  /// An exclusion, as a member of ``all(_:)`` or around filters.
  case excluding(Query)
  /// Matches or paragraphs that pass a filter.
  case filter(Filter)
  /// A query that must hold within a scope other than the paragraph.
  case same(Scope, Query)
}

/// The unit of text within which a query must hold, if it is not the paragraph.
public enum Scope: String, Hashable, Sendable, CaseIterable {
  /// A sentence of a paragraph.
  ///
  /// A sentence ends after a run of 。！？!?；; and the closing marks that follow: brackets and
  /// quotation marks (Unicode categories Pe and Pf) and the ASCII marks `"` and `'` of the original
  /// text. It also ends at a line end of the original text.
  case sentence
  /// A heading and the paragraphs of the report for which it is the nearest heading.
  ///
  /// Every paragraph belongs to one section. A heading belongs to the section that it opens. The
  /// paragraphs of a report before its first heading form one section.
  case section
  /// All paragraphs of a report, including the title and the headings.
  case report
}

extension Query {
  /// True if the query consists of filters only and has no search term.
  public var isFilter: Bool {
    switch self {
    case .filter: true
    case .excluding(let query): query.isFilter
    case .all(let queries), .any(let queries): queries.allSatisfy(\.isFilter)
    case .term, .near, .same: false
    }
  }
}
