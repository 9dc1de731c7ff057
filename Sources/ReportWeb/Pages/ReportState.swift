import ReportSearch

/// The report that a page shows, and the search whose matches are marked in it.
struct ReportState: Hashable, Sendable {
  /// The identifier of the report.
  let report: String
  /// The search that led to the report. Its query and filters determine the marks.
  let search: SearchState
  /// The number of the paragraph to scroll to, from 1.
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

  /// Returns the address of a page of the report, with the search as its query component.
  func address(of path: String) -> String {
    let query = search.parameters.encoded
    return search.query.isEmpty && query == "q=" ? path : path + "?" + query
  }
}
