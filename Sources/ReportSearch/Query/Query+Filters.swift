extension Query {
  /// All filters of the query in its order, including those of excluded parts.
  public var filters: [Filter] {
    switch self {
    case .term: []
    case .filter(let filter): [filter]
    case .near(let left, let right, _, _): left.filters + right.filters
    case .all(let queries), .any(let queries): queries.flatMap(\.filters)
    case .excluding(let query), .same(_, let query): query.filters
    }
  }
}
