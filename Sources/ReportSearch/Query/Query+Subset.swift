extension Query {
  /// The filters that every result of the query passes, or `nil` if there are none. They define the
  /// subset of texts that counts are normalized by.
  ///
  /// | Query                                | Subset                  |
  /// |--------------------------------------|-------------------------|
  /// | `控辍保学 region:泸州 -校外培训`         | `region:泸州`            |
  /// | `(控辍 year:2011) \| (防辍 year:2012)` | `year:2011 \| year:2012` |
  /// | `控辍 \| (防辍 year:2012)`             | all texts               |
  var subset: Query? {
    switch self {
    case .filter: self
    case .excluding: isFilter ? self : nil
    case .term, .near: nil
    case .same(_, let query): query.subset
    case .all(let members): Self.joined(members.compactMap(\.subset), by: Query.all)
    case .any(let members):
      members.contains { $0.subset == nil }
        ? nil : Self.joined(members.compactMap(\.subset), by: Query.any)
    }
  }

  private static func joined(_ filters: [Query], by join: ([Query]) -> Query) -> Query? {
    filters.count > 1 ? join(filters) : filters.first
  }
}
