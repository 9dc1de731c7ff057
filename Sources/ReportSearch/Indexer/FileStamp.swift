import Foundation

/// What a file looks like from outside: a file that still looks so is taken to be unchanged.
public struct FileStamp: Hashable, Sendable {
  /// The absolute path.
  public let path: String
  /// The number of bytes.
  public let byteCount: Int
  /// When it was last written, in nanoseconds since 1970.
  public let modifiedNanoseconds: Int
  /// Its number in the file system.
  public let inode: Int

  /// Creates a stamp.
  public init(path: String, byteCount: Int, modifiedNanoseconds: Int, inode: Int) {
    self.path = path
    self.byteCount = byteCount
    self.modifiedNanoseconds = modifiedNanoseconds
    self.inode = inode
  }
}
