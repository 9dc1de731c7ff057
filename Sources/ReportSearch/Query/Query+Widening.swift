extension Query {
  /// The query without filters and exclusions; `nil` if nothing is left.
  var withoutConditions: Query? {
    switch self {
    case .term, .near: self
    case .all(let members): Self.joined(members, by: Query.all(of:))
    case .any(let members): Self.joined(members, by: Query.any(of:))
    case .same(let scope, let query): query.withoutConditions.map { .same(scope, $0) }
    case .excluding, .filter: nil
    }
  }

  private static func joined(_ members: [Query], by join: ([Query]) -> Query) -> Query? {
    let left = members.compactMap(\.withoutConditions)
    return left.isEmpty ? nil : join(left)
  }

  /// The query with proximity operators and `same:sentence` replaced by conjunctions within a
  /// paragraph.
  var withoutDistances: Query {
    mapping { query in
      switch query {
      case .near(let left, let right, _, _): .all(of: [left, right])
      case .same(.sentence, let inner): inner
      default: query
      }
    }
  }

  /// The query without `same:` scopes.
  var withoutScopes: Query {
    mapping { query in if case .same(_, let inner) = query { inner } else { query } }
  }

  /// Returns the query with each node replaced, from the leaves up.
  private func mapping(_ replace: (Query) -> Query) -> Query {
    switch self {
    case .term, .filter: replace(self)
    case .near(let left, let right, let distance, let isOrdered):
      replace(
        .near(
          left.mapping(replace), right.mapping(replace), distance: distance, isOrdered: isOrdered))
    case .all(let members): replace(.all(of: members.map { $0.mapping(replace) }))
    case .any(let members): replace(.any(of: members.map { $0.mapping(replace) }))
    case .excluding(let query): replace(.excluding(query.mapping(replace)))
    case .same(let scope, let query): replace(.same(scope, query.mapping(replace)))
    }
  }
}
