#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import ReportSearch

  /// Where a server is, as libpq's URIs say it: `postgresql://reader@db.example.org/reports`.
  ///
  /// It holds no password, so that messages can name it and lists of processes can show it.
  struct PostgreSQLAddress: Hashable, Sendable {
    /// A keyword of libpq and its value.
    struct Setting: Hashable, Sendable {
      let keyword, value: String

      init(_ keyword: String, _ value: String) { (self.keyword, self.value) = (keyword, value) }
    }

    /// The URI.
    let uri: String
    /// What it says.
    let settings: [Setting]

    /// Takes a URI.
    ///
    /// - Throws: An `IndexError` if it is none, or holds a password. The error names what is in front of the
    ///   user name.
    init(_ uri: String) throws(IndexError) {
      var message: UnsafeMutablePointer<CChar>?
      let options = PQconninfoParse(uri, &message)
      defer {
        PQconninfoFree(options)
        PQfreemem(message)
      }
      guard let options else {
        // libpq's message repeats what it could not read, a password among it.
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

    /// Takes settings.
    ///
    /// - Throws: An `IndexError` if there is a password among them.
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

    /// What it says to a keyword.
    subscript(keyword: String) -> String? { settings.first { $0.keyword == keyword }?.value }

    /// The scheme alone of a URI that may hold a password anywhere.
    private static func masked(_ uri: String) -> String {
      uri.prefix { $0 != ":" } + "://…"
    }
  }
#endif
