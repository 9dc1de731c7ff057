/// The reason why an index cannot be used.
public struct IndexError: Error, Hashable, Sendable {
  /// What is wrong with the index.
  public enum Kind: Hashable, Sendable {
    /// There is no file.
    case missing
    /// The file is no database, or another program's.
    case notAnIndex
    /// It was written in another format.
    case otherFormat(found: Int, supported: Int)
    /// Its texts were folded by other rules than this program's: its tokens would not be the query's.
    case otherFolding(found: String, current: String)
    /// It cannot be opened, read or written; the value is SQLite's result code and message.
    case inaccessible(code: Int32, message: String)
    /// What is stored in it contradicts itself; the value is SQLite's message.
    case damaged(message: String)
    /// Another program is writing to it; the value is `nil` where the system does not tell which.
    case busy(LockHolder?)
    /// Its file was changed while it was read, in a folder where nothing keeps writers away.
    case changed
    /// Its file was deleted or replaced while it was written to.
    case replaced
    /// Something is wrong with the server that keeps it.
    case server(ServerFault)
    /// What was asked for can be done with a file only, and this is a server.
    case notAFile
    /// There is an index, or something else, where one was to be made.
    case alreadyThere
    /// After copying, a table did not hold the same as where it was copied from.
    case copyDiffers(table: String)
    /// It holds no report with such an identifier.
    case unknownReport(String)
    /// It holds several reports whose identifiers begin like that.
    case ambiguousReport(String)
    /// It holds no paragraph with such an identifier.
    case unknownParagraph(String)
  }

  /// The path of the index.
  public let path: String
  /// What is wrong with it.
  public let kind: Kind

  /// Creates an error.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
