import Hummingbird
import ReportSearch
import ResultFormats

extension APIRoutes {
  /// Returns groups of near-duplicates, the largest first.
  func copies(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["q", "limit", "offset"])
    let limit = try asked.number("limit", in: 0...Self.mostPerAnswer, else: 20)
    let offset = try asked.number("offset", in: 0...Int(Int32.max), else: 0)
    let typed = try? asked.text("q")
    let concepts = try site.concepts.current()
    let query = try typed.map { try concepts.parser.parse($0) }
    return try await answer(request, with: concepts) { index in
      try index.copies(of: query, limit: limit, offset: offset).record(typed: typed, query: query)
    }
  }

  /// Returns the paragraphs that a report shares with other reports.
  func copies(in report: String, _ request: Request) async throws -> Response {
    _ = try APIParameters(request, allowed: [])
    return try await answer(request) { index in
      try index.copies(in: index.report(identifiedBy: report)).record
    }
  }

  /// Returns the differences between two paragraphs.
  func difference(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["left", "right"])
    let (left, right) = (try asked.text("left"), try asked.text("right"))
    return try await answer(request) { index in
      DifferenceAnswer(
        try index.paragraph(identifiedBy: left), try index.paragraph(identifiedBy: right)
      ).record
    }
  }
}
