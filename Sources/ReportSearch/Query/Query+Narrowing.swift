extension Query {
  /// Returns the query restricted by filters. A result passes at least one filter of each group.
  ///
  /// ```swift
  /// try QueryParser().parse("控辍 | 防辍").narrowed(to: [[.section(.plan)]]).description
  /// // (控辍 | 防辍) section:plan
  /// ```
  public func narrowed(to groups: [[Filter]]) -> Query {
    let conditions = groups.filter { !$0.isEmpty }
      .map { Query.any(of: $0.map { Query.filter($0) }) }
    return conditions.isEmpty ? self : Query.all(of: [self] + conditions)
  }
}
