extension IndexError {
  /// An error that only an index on a server can have.
  public enum ServerFault: Hashable, Sendable {
    /// The server refused a request or did not answer. The value is the message of the server or of
    /// libpq.
    case failure(message: String)
    /// This build has no PostgreSQL support. The path is only the scheme of the address.
    case unsupported
    /// The address cannot be parsed. The path is only its scheme.
    case malformedAddress
    /// The address contains a password, which other users could read. The path is only the scheme
    /// of the address.
    case passwordInAddress
    /// The index is distributed over shards and can only be replaced as a whole.
    case onShards
    /// The server is not a coordinator of shards.
    case noCoordinator
    /// The server is already a shard of this coordinator. The value is the name of the shard.
    case alreadyShard(String)
    /// The server is a shard of another coordinator, or another shard than expected.
    case otherShard
  }
}
