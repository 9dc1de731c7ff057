import Hummingbird
import Logging
import ReportSearch
import ResultFormats

/// The HTTP API under `/api/v1`. Responses have the field names of the commands' JSON output.
struct APIRoutes: Sendable {
  let site: Site

  /// The maximum number of hits, lines or reports of one response. `export` returns all hits.
  static let mostPerAnswer = 1_000

  func add<Context: RequestContext>(to router: Router<Context>) {
    let api = router.group("api/v1")
    api.get("search") { request, _ in try await search(request) }
    api.get("kwic") { request, _ in try await kwic(request) }
    api.get("years") { request, _ in try await years(request) }
    api.get("panel") { request, _ in try await panel(request) }
    api.get("absent") { request, _ in try await absent(request) }
    api.get("ask") { request, _ in try await ask(request) }
    api.get("reports") { request, _ in try await reports(request) }
    api.get("reports/:report") { request, context in
      try await report(try context.parameters.require("report"), request)
    }
    api.get("reports/:report/copies") { request, context in
      try await copies(in: try context.parameters.require("report"), request)
    }
    api.get("copies") { request, _ in try await copies(request) }
    api.get("diff") { request, _ in try await difference(request) }
    api.get("stats") { request, _ in try await stats(request) }
    api.get("export") { request, context in
      try await export(request, logger: context.logger)
    }
    api.get("openapi.json") { _, _ in
      APIResponse.json(String(decoding: PackageResources.openapi_json, as: UTF8.self))
    }
  }

  private func search(_ request: Request) async throws -> Response {
    let asked = try APIParameters(
      request, allowed: ["q", "limit", "offset", "sort", "facets", "explain", "fold-copies"])
    let typed = try asked.text("q")
    let concepts = try site.concepts.current()
    let parser = concepts.parser
    let reading = try parser.reading(of: typed)
    let limit = try asked.number("limit", in: 0...Self.mostPerAnswer, else: 20)
    let facets = try asked.facets("facets")
    let explains = try asked.isTrue("explain")
    let options = SearchOptions(
      offset: try asked.number("offset", in: 0...Int(Int32.max), else: 0),
      order: try asked.choice("sort", else: .rank), facets: Set(facets),
      foldsCopies: try asked.isTrue("fold-copies"))
    return try await answer(request, with: concepts) { index in
      let result = try index.search(reading.query, limit: limit, options: options)
      let suggestions =
        result.totals.paragraphs == 0
        ? try index.suggestions(for: reading.query, concepts: parser.concepts) : nil
      let answer = SearchAnswer.record(
        of: result, typed: typed, suggestions: suggestions,
        explanation: explains ? try index.explanation(of: result) : nil)
      return answer.adding([
        ("notes", .path(reading.notes.map { $0.message(in: asked.language) })),
        ("facets", facets.isEmpty ? nil : .record(FacetAnswer.record(of: result, facets))),
      ])
    }
  }

  private func kwic(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["q", "limit", "offset", "sort", "context"])
    let typed = try asked.text("q")
    let concepts = try site.concepts.current()
    let query = try concepts.parser.parse(typed)
    let offset = try asked.number("offset", in: 0...Int(Int32.max), else: 0)
    let limit = try asked.number("limit", in: 0...Self.mostPerAnswer, else: 50)
    let concordance = Concordance(
      context: try asked.number("context", in: 0...500, else: 30),
      order: try asked.choice("sort", else: .source), limit: offset + limit)
    return try await answer(request, with: concepts) { index in
      var place = 0
      var lines: [Record] = []
      let totals = try concordance.forEachLine(of: query, in: index, as: { $0 }) { line in
        place += 1
        if place > offset { lines.append(line.record) }
      }
      return SearchAnswer.record(of: query, typed: typed, totals: totals, lines: lines)
    }
  }

  private func ask(_ request: Request) async throws -> Response {
    let asked = try APIParameters(request, allowed: ["question", "limit"])
    let question = try asked.text("question")
    let limit = try asked.number("limit", in: 0...Self.mostPerAnswer, else: 20)
    return try await answer(request) { index in
      QuestionAnswer.record(of: try index.ask(question, limit: limit))
    }
  }

  private func stats(_ request: Request) async throws -> Response {
    _ = try APIParameters(request, allowed: [])
    return try await answer(request) { index in
      try index.contents().record(fingerprint: try index.fingerprint())
    }
  }

  private func export(_ request: Request, logger: Logger) async throws -> Response {
    let asked = try APIParameters(
      request, allowed: ["q", "format", "per", "context", "sort", "raw", "limit"])
    var options = HitListOptions()
    options.format = try asked.choice("format", else: .csv, among: Exports.formats)
    options.row = try asked.choice("per", else: .match)
    options.context = try asked.number("context", in: 0...500, else: 30)
    options.order = try asked.choice("sort", else: .rank)
    options.keepsFormulas = try asked.isTrue("raw")
    let limit = try asked.number("limit", in: -1...Int(Int32.max), else: -1)
    options.limit = limit < 0 ? nil : limit
    let typed = try HitList.TypedQuery(asked.text("q"), parser: site.concepts.current().parser)
    return try await Exports(site: site).file(typed, options, logger: logger)
  }
}
