/// The page that asks for the secret.
struct LoginPage: Page {
  let template = "login"
  let title = "段搜 duansou"
  let view: View

  /// - Parameter next: The address to open after the login.
  init(next: String?, isWrong: Bool) {
    view = ["next": Self.path(next), "isWrong": isWrong]
  }

  /// Returns `next` if it is an address on this server, else `/`. This prevents redirects to other
  /// sites.
  static func path(_ next: String?) -> String {
    guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"),
      next.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0.value < 0x7F })
    else { return "/" }
    return next
  }
}
