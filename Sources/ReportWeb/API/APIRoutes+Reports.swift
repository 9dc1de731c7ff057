import Hummingbird
import ReportSearch
import ResultFormats

extension APIRoutes {
  /// Returns the reports in the order in which they were indexed.
  func reports(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["limit", "offset", "conflicts", "incomplete"])
    let limit = try asked.number("limit", in: 0...Self.mostPerAnswer, else: 100)
    let offset = try asked.number("offset", in: 0...Int(Int32.max), else: 0)
    let onlyConflicts = try asked.isTrue("conflicts")
    let onlyIncomplete = try asked.isTrue("incomplete")
    return try await answer(request) { index in
      let (total, reports) = try index.reports(
        onlyConflicts: onlyConflicts, onlyIncomplete: onlyIncomplete, limit: limit, offset: offset)
      return Record([
        ("schema", .integer(SearchAnswer.schema)), ("total", .integer(total)),
        ("reports", .records(reports.map { $0.record(in: asked.language) })),
      ])
    }
  }

  /// Returns one report with all its paragraphs, or with one of them.
  func report(_ identifier: String, _ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["paragraph", "source"])
    let number = try asked.number("paragraph", in: 0...Int(Int32.max), else: 0)
    let withSource = try asked.isTrue("source")
    return try await answer(request) { index in
      let report = try index.report(identifiedBy: identifier)
      let wanted =
        number == 0
        ? try index.paragraphs(of: report)
        : [try index.paragraph(identifiedBy: "\(report.identifier).\(number)").paragraph]
      let removed = withSource ? try index.removedLines(besides: report) : nil
      return Record([("schema", .integer(SearchAnswer.schema))]).adding([
        ("report", .record(report.record(in: asked.language))),
        ("paragraphs", .records(wanted.map(ReportAnswer.record))),
        ("removed_lines", removed.map { .records($0.map(ReportAnswer.record)) }),
      ])
    }
  }

  /// Returns a response made from the index, or 304 Not Modified if the client's copy is current.
  ///
  /// - Parameter concepts: The concepts used for the response; `nil` if none are used.
  func answer(
    _ request: Request, with concepts: ConceptTable.Concepts? = nil,
    _ make: @escaping @Sendable (Searcher) throws -> Record
  ) async throws -> Response {
    try await site.answer(to: request, with: concepts) { index in
      JSONFormat().line(try make(index)) + "\n"
    } response: {
      APIResponse.json($0)
    }
  }
}
