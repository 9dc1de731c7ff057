public import ReportSearch

extension HitList.TypedQuery {
  /// Takes a query that was read elsewhere: leniently, or with filters that were chosen beside it.
  public init(_ text: String, readAs query: Query) {
    self.text = text
    self.query = query
  }
}
