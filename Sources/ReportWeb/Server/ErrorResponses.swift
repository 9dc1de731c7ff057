import HTTPTypes
import Hummingbird
import Logging
import ResultFormats
import WebSettings

/// Turns errors into responses: JSON under `/api/`, else a page.
struct ErrorResponses<Context: RequestContext>: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let error = webError(error, context)
      let language = request.language
      var response =
        request.uri.path.hasPrefix("/api/")
        ? APIResponse.json(error.record(in: language), status: error.status)
        : site.page(
          ErrorPage(error, language), to: PageRequest(failed: request), status: error.status)
      if error.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
      if error.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
      response.headers[.cacheControl] = "no-store"
      return response
    }
  }

  private func webError(_ error: any Error, _ context: Context) -> WebError {
    switch error {
    case let error as HTTPError where error.status == .notFound: return WebError(.notFound)
    case let error as HTTPError where error.status == .methodNotAllowed:
      return WebError(.methodNotAllowed)
    default:
      let told = WebError(error, timeLimit: site.settings.secondsPerPage)
      if case .other = told.kind {
        context.logger.error("\(context.endpointPath ?? "-"): \(type(of: error))")
      }
      return told
    }
  }
}

extension Request {
  /// The language of the response.
  var language: Language {
    Language(
      parameter: (try? Parameters(decoding: uri.query ?? ""))?["lang"],
      acceptLanguage: headers[.acceptLanguage])
  }
}
