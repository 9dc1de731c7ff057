import Corpus
import Foundation
import HTTPTypes
import Hummingbird

/// Lets in who knows the secret: by `Authorization: Bearer`, or by the cookie that the login page gives.
struct AccessControl: Sendable {
  /// The name of the cookie.
  static let cookie = "duansou_session"

  private let secret: String?
  /// What the cookie holds: another text after each start of the server, from which the secret does not
  /// follow.
  private let session: String

  init(secret: String?) {
    self.secret = secret
    session = Self.digest("\(UUID().uuidString) \(secret ?? "")")
  }

  /// Whether a secret is needed at all.
  var isNeeded: Bool { secret != nil }

  /// Whether a request may read.
  func admits(_ request: Request) -> Bool {
    guard let secret else { return true }
    if let header = request.headers[.authorization], header.hasPrefix("Bearer ") {
      return Self.areEqual(String(header.dropFirst(7)), secret)
    }
    return request.cookies[Self.cookie].map { Self.areEqual($0.value, session) } ?? false
  }

  /// The header that gives the cookie to who knows the secret; `nil` for others.
  func cookie(for password: String) -> String? {
    guard let secret, Self.areEqual(password, secret) else { return nil }
    return "\(Self.cookie)=\(session); Path=/; HttpOnly; SameSite=Strict"
  }

  /// Compares in a time that does not tell how much is equal: by digests.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    digest(left) == digest(right)
  }

  private static func digest(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { Digest(of: $0) }.hexadecimal
  }
}

/// Sends those who do not know the secret to the login page, and programs away.
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
