import ReportSearch

/// Which report a page shows, and which matches are marked in it.
struct ReportState: Hashable, Sendable {
  /// The identifier of the report.
  let report: String
  /// The search from which the reader came; its query marks matches.
  let search: SearchState
  /// The number of the paragraph that the page opens at, from 1.
  let paragraph: Int?

  init(report: String, search: SearchState, paragraph: Int? = nil) {
    self.report = report
    self.search = search
    self.paragraph = paragraph
  }

  init(_ hit: Hit, _ search: SearchState) {
    self.init(
      report: hit.report.identifier, search: search, paragraph: hit.paragraph.number)
  }

  /// The address of the report's page.
  var address: String { address(of: "/report/\(report)") + (paragraph.map { "#p\($0)" } ?? "") }

  /// The address of another page of the report.
  func address(of path: String) -> String {
    let query = search.parameters.encoded
    return search.query.isEmpty && query == "q=" ? path : path + "?" + query
  }
}
