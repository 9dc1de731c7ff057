extension IndexError {
  /// The reason why an index on a server cannot be used, where a file has none like it.
  public enum ServerFault: Hashable, Sendable {
    /// The server did not answer, or refused; the value is what it or libpq says.
    case failure(message: String)
    /// This program was built without what reaches servers; the path is the address' beginning only.
    case unsupported
    /// The address of a server cannot be read; the path is its beginning only.
    case malformedAddress
    /// The address of a server holds a password, which others could read; the path is its beginning only.
    case passwordInAddress
    /// The index is on several servers, and can only be replaced as a whole.
    case onShards
    /// The server was not made a coordinator of shards.
    case noCoordinator
    /// The server is a shard of this coordinator already, of that name.
    case alreadyShard(String)
    /// The server is not the shard that the coordinator takes it for.
    case otherShard
  }
}
