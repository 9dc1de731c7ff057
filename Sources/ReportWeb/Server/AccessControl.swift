import Corpus
import Foundation
import HTTPTypes
import Hummingbird

/// Grants access to requests that have the secret (`Authorization: Bearer`) or the session cookie
/// that is set by the login page.
struct AccessControl: Sendable {
  /// The name of the cookie.
  static let cookie = "duansou_session"

  private let secret: String?
  /// The value of the session cookie. It is new at each start of the server, and the secret cannot
  /// be derived from it.
  private let session: String

  init(secret: String?) {
    self.secret = secret
    session = Self.digest("\(UUID().uuidString) \(secret ?? "")")
  }

  /// True if a secret is required.
  var isNeeded: Bool { secret != nil }

  /// Returns true if a request has access.
  func admits(_ request: Request) -> Bool {
    guard let secret else { return true }
    if let header = request.headers[.authorization], header.hasPrefix("Bearer ") {
      return Self.areEqual(String(header.dropFirst(7)), secret)
    }
    return request.cookies[Self.cookie].map { Self.areEqual($0.value, session) } ?? false
  }

  /// Returns the value of `Set-Cookie` if the password is right, else `nil`.
  func cookie(for password: String) -> String? {
    guard let secret, Self.areEqual(password, secret) else { return nil }
    return "\(Self.cookie)=\(session); Path=/; HttpOnly; SameSite=Strict"
  }

  /// Compares digests, so that the time does not depend on the length of the common prefix.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    digest(left) == digest(right)
  }

  private static func digest(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { Digest(of: $0) }.hexadecimal
  }
}

/// Redirects page requests without access to the login page. API requests without access are
/// errors.
struct AccessCheck<Context: RequestContext>: RouterMiddleware {
  let access: AccessControl

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    if path == "/login" || path.hasPrefix("/assets/") || access.admits(request) {
      return try await next(request, context)
    }
    if path.hasPrefix("/api/") { throw WebError(.unauthorized) }
    let wanted = Parameters.encoded(request.uri.string)
    return Response(status: .seeOther, headers: [.location: "/login?next=\(wanted)"])
  }
}
