/// What the server of the web page is told: `duansou serve` reads the command line, `duansou-web` serves.
///
/// It travels as JSON in an environment variable, which other users of the machine cannot read: it may
/// hold a secret.
public struct ServerSettings: Codable, Hashable, Sendable {
  /// The name of the variable that holds the settings.
  public static let variable = "DUANSOU_SERVER_SETTINGS"
  /// The fewest characters of a secret.
  public static let shortestSecret = 12

  /// The absolute path of the index, or the address of the server that keeps it.
  public var index: String
  /// The absolute path of the table of concepts that queries may name; `nil` if there can be none.
  public var concepts: String?
  /// True if the built-in concepts alone serve while there is no such file.
  public var conceptsMayBeMissing = false
  /// The name or address of the interface to listen on.
  public var host = "127.0.0.1"
  /// The port to listen on; 0 for any that is free.
  public var port = 8080
  /// What a reader must know to be let in; `nil` if everybody on this machine may read.
  public var secret: String?
  /// How long a page may take, in seconds, from when its turn has come.
  public var secondsPerPage = 5.0
  /// How long a download may take, in seconds.
  public var secondsPerDownload = 600.0
  /// How long a connection is kept that asks nothing, or that takes nothing of an answer, in seconds.
  public var secondsOfSilence = 60.0
  /// How many pages are made at the same time; `nil` for one a processor.
  public var simultaneousPages: Int?
  /// How many downloads are made at the same time.
  public var simultaneousDownloads = 2
  /// How many requests may wait for their turn.
  public var waitingRequests = 512

  /// Settings with the usual limits.
  public init(index: String) { self.index = index }

  /// Whether only programs of this machine can connect.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.wholeMatch(of: /127(\.\d{1,3}){3}/) != nil
  }
}
