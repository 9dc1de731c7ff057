import HTTPTypes
import Hummingbird
import ReportSearch
import ResultFormats

/// The routes of pages, downloads and assets.
struct PageRoutes: Sendable {
  let site: Site

  func add<Context: RequestContext>(to router: Router<Context>) {
    router.get("/") { request, _ in
      let concepts = try site.concepts.current()
      return try await site.page(to: request, with: concepts) { asked, index in
        try SearchPage(asked.state, asked.language, in: index, parser: concepts.parser)
      }
    }
    router.get("report/:report") { request, context in
      let identifier = try context.parameters.require("report")
      let concepts = try site.concepts.current()
      return try await site.page(to: request, with: concepts) { asked, index in
        try ReportPage(
          ReportState(report: identifier, search: asked.state), asked.language, in: index,
          parser: concepts.parser)
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
    router.get("export") { request, context in
      let (typed, options) = try export(request)
      return try await Exports(site: site).file(typed, options, logger: context.logger)
    }
    router.get("export/provenance") { request, _ in
      let (typed, options) = try export(request)
      return try await Exports(site: site).provenance(typed, options)
    }
    router.get("counts") { request, _ in
      let (typed, counts, format) = try counts(request)
      return try await Exports(site: site).counts(typed, counts, format, request.language)
    }
    router.get("counts/provenance") { request, _ in
      let (typed, counts, format) = try counts(request)
      return try await Exports(site: site).countsProvenance(typed, counts, format)
    }
    router.get("report/:report/reference") { request, context in
      let report = try context.parameters.require("report")
      let parameters = try Parameters(decoding: request.uri.query ?? "")
      let format = try Self.format(parameters, among: [HitListOptions.Format.bibtex, .ris])
      return try await Exports(site: site).reference(to: report, format)
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

  /// Returns the query and the options of a download of hits. The query is parsed as leniently as
  /// on the page.
  private func export(
    _ request: Request
  ) throws(WebError) -> (HitList.TypedQuery, HitListOptions) {
    let parameters = try Parameters(decoding: request.uri.query ?? "")
    let state = SearchState(parameters)
    var options = HitListOptions()
    options.format = try Self.format(parameters, among: Exports.formats)
    options.order = state.order
    return (try typed(state), options)
  }

  /// Returns the query, the axes and the format of a download of counts.
  private func counts(
    _ request: Request
  ) throws(WebError) -> (HitList.TypedQuery, CountsState, CountFile.Format) {
    let parameters = try Parameters(decoding: request.uri.query ?? "")
    let state = SearchState(parameters)
    var formats = CountFile.Format.files
    // Only counts by year have a chart.
    if !state.counts.rows.isByYear {
      formats.removeAll { $0 == .svg }
    }
    return (try typed(state), state.counts, try Self.format(parameters, among: formats))
  }

  /// Returns the query of a page, parsed leniently and narrowed by the chosen filters.
  private func typed(_ state: SearchState) throws(WebError) -> HitList.TypedQuery {
    let parser = try site.concepts.current().parser
    let reading: QueryReading?
    do { reading = try parser.lenientReading(of: state.query) } catch {
      throw WebError(.query(error))
    }
    guard let reading else { throw WebError(.missingParameter("q")) }
    return HitList.TypedQuery(
      state.query, readAs: reading.query.narrowed(to: state.filters()))
  }

  private static func format<Format: RawRepresentable>(
    _ parameters: Parameters, among formats: [Format]
  ) throws(WebError) -> Format where Format.RawValue == String {
    guard let format = formats.first(where: { $0.rawValue == parameters["format"] }) else {
      throw WebError(.invalidParameter("format", formats.map(\.rawValue).joined(separator: " | ")))
    }
    return format
  }

  private func login(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 4096)
    let form = try Parameters(decoding: String(buffer: body))
    guard let cookie = site.access.cookie(for: form["password"] ?? "") else {
      // Slows down attempts to guess the secret.
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
