import Hummingbird
import ReportSearch
import ResultFormats

extension APIRoutes {
  /// Returns matches by year.
  func years(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["q", "by"])
    let year = try asked.choice("by", else: CountAxis.Year.mention)
    let concepts = try site.concepts.current()
    let queries = try typed(asked, concepts.parser)
    return try await answer(request, with: concepts) { index in
      try CountPanel(of: queries, by: .year(year), in: index).record
    }
  }

  /// Returns matches by two axes.
  func panel(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["q", "rows", "columns", "by", "level"])
    let year = try asked.choice("by", else: CountAxis.Year.mention)
    let level = try asked.choice("level", else: CountAxis.Level.county)
    let rows = try asked.choice("rows", else: PanelAxis.year)
    let columns = try asked.choice("columns", else: PanelAxis.region)
    guard rows != columns else {
      let others = PanelAxis.allCases.filter { $0 != rows }.map(\.rawValue)
      throw WebError(.invalidParameter("columns", others.joined(separator: " | ")))
    }
    let concepts = try site.concepts.current()
    let queries = try typed(asked, concepts.parser)
    return try await answer(request, with: concepts) { index in
      try CountPanel(
        of: queries, by: rows.axis(year, level), and: columns.axis(year, level), in: index
      ).record
    }
  }

  /// Returns the values of an axis, such as regions, that have reports but no match.
  func absent(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["q", "by", "level"])
    let level = try asked.choice("level", else: CountAxis.Level.county)
    let axis = try asked.choice("by", else: AbsenceAxis.region).axis(level)
    let concepts = try site.concepts.current()
    let queries = try typed(asked, concepts.parser)
    return try await answer(request, with: concepts) { index in
      let panel = try CountPanel(of: queries, by: axis, in: index)
      return panel.answers.map { AbsenceList($0, by: axis) }.record
    }
  }

  private func typed(
    _ asked: APIParameters, _ parser: QueryParser
  ) throws -> [HitList.TypedQuery] {
    try asked.texts("q").map { try HitList.TypedQuery($0, parser: parser) }
  }
}
