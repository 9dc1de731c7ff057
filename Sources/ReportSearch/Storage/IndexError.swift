/// The reason why an index cannot be used.
public struct IndexError: Error, Hashable, Sendable {
  /// The kind of an index error.
  public enum Kind: Hashable, Sendable {
    /// There is no file.
    case missing
    /// The file is no database, or the database of another program.
    case notAnIndex
    /// The index has another format version.
    case otherFormat(found: Int, supported: Int)
    /// The text was folded by another version of the folding rules, so that its tokens do not match
    /// those of a query.
    case otherFolding(found: String, current: String)
    /// The index cannot be opened, read or written. The values are SQLite's result code and
    /// message.
    case inaccessible(code: Int32, message: String)
    /// The index is corrupted. The value is SQLite's message or names the contradictory data.
    case damaged(message: String)
    /// Another program is writing to the index. The value is `nil` if the system does not identify
    /// it.
    case busy(LockHolder?)
    /// The file was changed during a read, in a directory where SQLite cannot lock it.
    case changed
    /// The file was deleted or replaced during a write.
    case replaced
    /// The server that stores the index reports an error.
    case server(ServerFault)
    /// The operation needs an index in a file, and this one is on a server.
    case notAFile
    /// An index or something else already exists at the destination.
    case alreadyThere
    /// After copying, the contents of a table differ from those of the original.
    case copyDiffers(table: String)
    /// The index contains no report with this identifier.
    case unknownReport(String)
    /// The identifier is a prefix of several reports' identifiers.
    case ambiguousReport(String)
    /// The index contains no paragraph with this identifier.
    case unknownParagraph(String)
  }

  /// The path of the file or the address of the server.
  public let path: String
  /// The kind of the error.
  public let kind: Kind

  /// Creates an error.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
