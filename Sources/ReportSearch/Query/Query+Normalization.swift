extension Query {
  /// Joins queries that must all hold: each once, and what is itself such a list as part of this one.
  ///
  /// A list with filters stays as it is, because they hold of its own matches only: `(A year:2011) B`. So does
  /// a list of several strings next to a filter by the years of matches, which chooses among the matches of
  /// the list: `(A B) year:2011` finds paragraphs with both and a match of 2011, `A year:2011 B` and
  /// `A B year:2011` those that have both with this year.
  static func all(of queries: [Query]) -> Query {
    let choosesMatches = queries.contains { $0.isFilter && $0.asksYearsOfMatches }
    return joined(
      queries.flatMap { query in
        guard case .all(let members) = query else { return [query] }
        if query.isFilter { return members }
        let isKept =
          members.contains(where: \.isFilter)
          || choosesMatches && members.count(where: { !$0.isExcluding }) > 1
        return isKept ? [query] : members
      }, by: Query.all)
  }

  private var isExcluding: Bool {
    if case .excluding = self { true } else { false }
  }

  /// True for a filter that may pass one match of a paragraph and not another.
  private var asksYearsOfMatches: Bool {
    switch self {
    case .filter(.mentionYear): true
    case .excluding(let query): query.asksYearsOfMatches
    case .all(let queries), .any(let queries): queries.contains(where: \.asksYearsOfMatches)
    case .filter, .term, .near, .same: false
    }
  }

  /// Joins alternatives: each once, and what is itself such a list as part of this one.
  static func any(of queries: [Query]) -> Query {
    joined(
      queries.flatMap { query in if case .any(let members) = query { members } else { [query] } },
      by: Query.any)
  }

  private static func joined(_ queries: [Query], by join: ([Query]) -> Query) -> Query {
    var seen: Set<Query> = []
    let queries = queries.filter { seen.insert($0).inserted }
    return queries.count == 1 ? queries[0] : join(queries)
  }

  /// Whether it can stand beside ``near(_:_:distance:isOrdered:)``.
  var isSide: Bool {
    switch self {
    case .term, .near: true
    case .any(let queries): queries.allSatisfy(\.isSide)
    case .all, .excluding, .filter, .same: false
    }
  }
}
