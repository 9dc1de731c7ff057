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

  /// The path of the file, or of what is packed in it under a name.
  func path(ofMember name: String?) -> String { name.map { path + "/" + $0 } ?? path }

  /// The stamp of a file of which something could not be read: no file looks like it, so that it is
  /// opened again.
  var incomplete: FileStamp {
    FileStamp(path: path, byteCount: byteCount, modifiedNanoseconds: modifiedNanoseconds, inode: -1)
  }
}
