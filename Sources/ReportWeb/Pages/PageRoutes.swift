import HTTPTypes
import Hummingbird
import ReportSearch
import ResultFormats

/// The pages.
struct PageRoutes: Sendable {
  let site: Site

  func add<Context: RequestContext>(to router: Router<Context>) {
    router.get("/") { request, _ in
      let parser = site.parser
      return try await site.page(to: request) { asked, index in
        try SearchPage(asked.state, asked.language, in: index, parser: parser)
      }
    }
    router.get("report/:report") { request, context in
      let identifier = try context.parameters.require("report")
      let parser = site.parser
      return try await site.page(to: request) { asked, index in
        try ReportPage(
          ReportState(report: identifier, search: asked.state), asked.language, in: index,
          parser: parser)
      }
    }
    router.get("report/:report/source") { request, context in
      let identifier = try context.parameters.require("report")
      return try await site.page(to: request) { asked, index in
        try SourcePage(
          ReportState(report: identifier, search: asked.state), asked.language, in: index)
      }
    }
    router.get("copies/:paragraph") { request, context in
      let paragraph = try context.parameters.require("paragraph")
      return try await site.page(to: request) { asked, index in
        try CopiesPage(of: paragraph, asked.state, asked.language, in: index)
      }
    }
    router.get("export") { request, _ in
      let (typed, options) = try export(request)
      return try await Exports(site: site).file(typed, options)
    }
    router.get("export/provenance") { request, _ in
      let (typed, options) = try export(request)
      return try await Exports(site: site).provenance(typed, options)
    }
    router.get("assets/:name") { _, context in
      try site.assets.response(to: try context.parameters.require("name"))
    }
    router.get("login") { request, _ in
      site.page(
        LoginPage(next: try Parameters(decoding: request.uri.query ?? "")["next"], isWrong: false),
        to: try PageRequest(request))
    }
    router.post("login") { request, _ in try await login(request) }
  }

  /// What a page's link to a download asks for: all hits that the page shows, as it reads the query.
  private func export(
    _ request: Request
  ) throws(WebError) -> (HitList.TypedQuery, HitListOptions) {
    let parameters = try Parameters(decoding: request.uri.query ?? "")
    let state = SearchState(parameters)
    guard let format = Exports.formats.first(where: { $0.rawValue == parameters["format"] }) else {
      let formats = Exports.formats.map(\.rawValue).joined(separator: " | ")
      throw WebError(.invalidParameter("format", formats))
    }
    guard let reading = site.parser.lenientReading(of: state.query) else {
      throw WebError(.missingParameter("q"))
    }
    var options = HitListOptions()
    options.format = format
    options.order = state.order
    let query = reading.query.narrowed(to: state.filters())
    return (HitList.TypedQuery(state.query, readAs: query), options)
  }

  private func login(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 4096)
    let form = try Parameters(decoding: String(buffer: body))
    guard let cookie = site.access.cookie(for: form["password"] ?? "") else {
      // Whoever guesses waits.
      try await Task.sleep(for: .seconds(1))
      return site.page(
        LoginPage(next: form["next"], isWrong: true), to: try PageRequest(request),
        status: .unauthorized)
    }
    return Response(
      status: .seeOther,
      headers: [.location: LoginPage.path(form["next"]), .setCookie: cookie])
  }
}
