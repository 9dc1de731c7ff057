import Hummingbird
import Logging

/// Logs each request by what it is, and not by what it asks: method, route, status and time, no query and
/// no text.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    context.logger.info(
      "\(request.method.rawValue) \(context.endpointPath ?? "-") \(response.status.code) \(Int(milliseconds)) ms"
    )
    return response
  }
}
