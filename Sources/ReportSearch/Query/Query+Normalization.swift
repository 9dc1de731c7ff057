extension Query {
  /// Joins queries that must all hold: each once, and what is itself such a list as part of this one.
  ///
  /// A list with filters stays as it is, because they hold of its own matches only: `(A year:2011) B`.
  static func all(of queries: [Query]) -> Query {
    joined(
      queries.flatMap { query in
        if case .all(let members) = query,
          query.isFilter || !members.contains(where: \.isFilter)
        {
          members
        } else {
          [query]
        }
      }, by: Query.all)
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
