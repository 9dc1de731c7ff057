/// The settings of the web server, which `duansou serve` reads from the command line and passes to
/// `duansou-web`.
///
/// They are passed as JSON in an environment variable, because they may contain a secret and other
/// users of the machine cannot read a process's environment.
public struct ServerSettings: Codable, Hashable, Sendable {
  /// The name of the environment variable with the settings.
  public static let variable = "DUANSOU_SERVER_SETTINGS"
  /// The minimum length of a secret in characters.
  public static let shortestSecret = 12

  /// The absolute path of the index, or the URL of the PostgreSQL database that contains it.
  public var index: String
  /// The absolute path of the user's table of concepts for queries; `nil` if there is none.
  public var concepts: String?
  /// True if a missing file at ``concepts`` is not an error; the built-in concepts are then used
  /// alone.
  public var conceptsMayBeMissing = false
  /// The host name or address to listen on.
  public var host = "127.0.0.1"
  /// The port to listen on; 0 for any free port.
  public var port = 8080
  /// The secret that a client must present; `nil` to allow all clients, which requires
  /// ``isLoopback``.
  public var secret: String?
  /// The time limit of a page in seconds, without the time that its request waits in the queue.
  public var secondsPerPage = 5.0
  /// The time limit of a download in seconds.
  public var secondsPerDownload = 600.0
  /// The number of seconds after which an idle connection is closed, or one whose client does not
  /// read the response.
  public var secondsOfSilence = 60.0
  /// The maximum number of pages that are created simultaneously; `nil` for the number of
  /// processors.
  public var simultaneousPages: Int?
  /// The maximum number of downloads that are created simultaneously.
  public var simultaneousDownloads = 2
  /// The maximum number of requests in each of the two queues, for pages and for downloads.
  public var waitingRequests = 512

  /// Creates settings with the default limits.
  public init(index: String) { self.index = index }

  /// True if the server accepts connections from this machine only.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.wholeMatch(of: /127(\.\d{1,3}){3}/) != nil
  }
}
