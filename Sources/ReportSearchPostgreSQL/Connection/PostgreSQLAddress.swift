#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import ReportSearch

  /// The address of a server as a libpq URI, such as `postgresql://reader@db.example.org/reports`.
  ///
  /// It contains no password, so that messages and process lists can show it.
  struct PostgreSQLAddress: Hashable, Sendable {
    /// A libpq keyword and its value.
    struct Setting: Hashable, Sendable {
      let keyword, value: String

      init(_ keyword: String, _ value: String) { (self.keyword, self.value) = (keyword, value) }
    }

    /// The URI.
    let uri: String
    /// The settings that the URI contains.
    let settings: [Setting]

    /// Parses a URI.
    ///
    /// - Throws: An `IndexError` if it is malformed or contains a password. The error contains only
    ///   the scheme of the URI.
    init(_ uri: String) throws(IndexError) {
      var message: UnsafeMutablePointer<CChar>?
      let options = PQconninfoParse(uri, &message)
      defer {
        PQconninfoFree(options)
        PQfreemem(message)
      }
      guard let options else {
        // libpq's message quotes what it could not parse, which may include a password.
        throw IndexError(path: Self.masked(uri), kind: .server(.malformedAddress))
      }
      var settings: [Setting] = []
      var option = options
      while let keyword = option.pointee.keyword {
        if let value = option.pointee.val {
          settings.append(Setting(String(cString: keyword), String(cString: value)))
        }
        option += 1
      }
      if settings.contains(where: { ["password", "sslpassword"].contains($0.keyword) }) {
        throw IndexError(path: Self.masked(uri), kind: .server(.passwordInAddress))
      }
      self.uri = uri
      self.settings = settings
    }

    /// Creates an address from settings.
    ///
    /// - Throws: An `IndexError` if they contain a password.
    init(_ settings: [Setting]) throws(IndexError) {
      var rest = settings
      func take(_ keyword: String) -> String {
        defer { rest.removeAll { $0.keyword == keyword } }
        return rest.first { $0.keyword == keyword }?.value ?? ""
      }
      let user = take("user")
      let hosts = take("host").split(separator: ",", omittingEmptySubsequences: false)
      let ports = take("port").split(separator: ",", omittingEmptySubsequences: false)
      let places = hosts.enumerated().map { place, host in
        let port = ports.count == 1 ? ports[0] : ports.indices.contains(place) ? ports[place] : ""
        return (host.contains(":") ? "[\(host)]" : Self.encoded(host))
          + (port.isEmpty ? "" : ":\(port)")
      }
      let database = Self.encoded(take("dbname"))
      let parameters = rest.map { "\($0.keyword)=\(Self.encoded($0.value))" }
      try self.init(
        "postgresql://" + (user.isEmpty ? "" : Self.encoded(user) + "@")
          + places.joined(separator: ",") + "/" + database
          + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")))
    }

    private static func encoded(_ text: some StringProtocol) -> String {
      text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", ".", "_", "~"]))
        ?? ""
    }

    /// The value of a keyword, or `nil` if it is not set.
    subscript(keyword: String) -> String? { settings.first { $0.keyword == keyword }?.value }

    /// Returns only the scheme of a URI, because any other part may contain a password.
    private static func masked(_ uri: String) -> String {
      uri.prefix { $0 != ":" } + "://…"
    }
  }
#endif
