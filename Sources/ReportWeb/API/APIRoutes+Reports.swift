import Hummingbird
import ReportSearch
import ResultFormats

extension APIRoutes {
  /// The reports, in the order in which they were indexed.
  func reports(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["limit", "offset", "conflicts"])
    let limit = try asked.number("limit", in: 0...Self.mostPerAnswer, else: 100)
    let offset = try asked.number("offset", in: 0...Int(Int32.max), else: 0)
    let onlyConflicts = try asked.isTrue("conflicts")
    return try await answer(request) { index in
      let (total, reports) = try index.reports(
        onlyConflicts: onlyConflicts, limit: limit, offset: offset)
      return Record([
        ("schema", .integer(SearchAnswer.schema)), ("total", .integer(total)),
        ("reports", .records(reports.map(\.record))),
      ])
    }
  }

  /// One report with its paragraphs, or with one of them.
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
        ("report", .record(report.record)),
        ("paragraphs", .records(wanted.map(ReportAnswer.record))),
        ("removed_lines", removed.map { .records($0.map(ReportAnswer.record)) }),
      ])
    }
  }

  /// An answer from the index, unless the reader has it already.
  ///
  /// - Parameter concepts: The concepts that the answer is made with; `nil` if it needs none.
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
