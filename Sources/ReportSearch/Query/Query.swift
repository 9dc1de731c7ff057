/// What the user asks for.
///
/// A paragraph fits a query or does not; if it does, it has matches. `QueryParser` builds only trees
/// that keep the rules below; whoever builds one by hand keeps them too.
public indirect enum Query: Hashable, Sendable {
  /// Occurrences of a term.
  case term(Term)
  /// Both sides, which do not overlap, with at most `distance` folded characters between them;
  /// `isOrdered`: the left one first.
  ///
  /// A side is a term, an ``any(_:)`` of sides, or another `near`, which then counts as the stretch
  /// from its first to its last character. `A /5 B /5 C` is `(A /5 B) /5 C`.
  case near(Query, Query, distance: Int, isOrdered: Bool)
  /// All of them, in one paragraph. At least two members; at least one is neither excluding nor a filter,
  /// unless all are filters.
  case all([Query])
  /// Either of them. At least two members; all are filters, or none is only a filter.
  case any([Query])
  /// Not this: as a member of ``all(_:)``, or around filters.
  case excluding(Query)
  /// Matches or paragraphs that pass.
  case filter(Filter)
  /// A query with another unit than the paragraph.
  case same(Scope, Query)
}

/// The unit in which a query must hold, where that is not the paragraph.
public enum Scope: String, Hashable, Sendable, CaseIterable {
  /// A sentence of a paragraph.
  ///
  /// A sentence ends behind a run of 。！？!?；; and of the closing marks that follow them: brackets and
  /// quotation marks (Unicode categories Pe and Pf) and the ASCII marks `"` and `'`, as they stand in
  /// the original text. It also ends where the original text has a line end.
  case sentence
  /// The paragraphs of a report under one nearest heading, and that heading.
  ///
  /// Every paragraph belongs to one section: a heading to the one that it opens, another paragraph to that
  /// of its nearest heading; those with no heading above them are one section.
  case section
  /// The paragraphs of a report, the title and the headings among them.
  case report
}

extension Query {
  /// Whether it only says which matches and paragraphs pass, and looks for nothing.
  public var isFilter: Bool {
    switch self {
    case .filter: true
    case .excluding(let query): query.isFilter
    case .all(let queries), .any(let queries): queries.allSatisfy(\.isFilter)
    case .term, .near, .same: false
    }
  }
}
