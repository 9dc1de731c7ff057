extension ReportIndex {
  /// Returns some of the reports, in the order in which they were indexed, and the number of all.
  ///
  /// - Parameter onlyConflicts: Whether only those are counted and returned whose text speaks against the
  ///   year of their title.
  /// - Throws: An ``IndexError``.
  public func reports(
    onlyConflicts: Bool = false, limit: Int, offset: Int
  ) throws -> (total: Int, reports: [IndexedReport]) {
    try reading { db in
      let condition = onlyConflicts ? "WHERE conflict_year IS NOT NULL" : ""
      let total = try db.integer("SELECT count(*) FROM report \(condition)") ?? 0
      let ids: [Int] = try db.fetchAll(
        "SELECT id FROM report \(condition) ORDER BY id LIMIT ? OFFSET ?",
        [.integer(limit), .integer(offset)]
      ) { try StoredRow($0, of: "report")[0] }
      var reader = IndexedTextReader(db)
      return (total, try ids.map { try reader.report($0) })
    }
  }
}
