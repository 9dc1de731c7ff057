extension Query {
  /// Returns the conjunction of queries, without repetitions and with nested conjunctions
  /// flattened.
  ///
  /// A nested conjunction with filters is kept, because its filters apply to its own matches only:
  /// `(A year:2011) B`. A nested conjunction of several terms next to a filter by the years of
  /// matches is kept too. `(A B) year:2011` finds paragraphs with both terms and a match of either
  /// in 2011. `A year:2011 B` and `A B year:2011` require a match of each term in that year.
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

  /// True if the filter can accept one match of a paragraph and reject another.
  private var asksYearsOfMatches: Bool {
    switch self {
    case .filter(.mentionYear): true
    case .excluding(let query): query.asksYearsOfMatches
    case .all(let queries), .any(let queries): queries.contains(where: \.asksYearsOfMatches)
    case .filter, .term, .near, .same: false
    }
  }

  /// Returns the disjunction of queries, without repetitions and with nested disjunctions
  /// flattened.
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

  /// True if the query can be an operand of ``near(_:_:distance:isOrdered:)``.
  var isSide: Bool {
    switch self {
    case .term, .near: true
    case .any(let queries): queries.allSatisfy(\.isSide)
    case .all, .excluding, .filter, .same: false
    }
  }
}
