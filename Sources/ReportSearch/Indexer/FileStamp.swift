import Foundation

/// The size, modification time and inode of a file. A file with an unchanged stamp is assumed to be
/// unchanged.
public struct FileStamp: Hashable, Sendable {
  /// The absolute path.
  public let path: String
  /// The number of bytes.
  public let byteCount: Int
  /// The time of the last modification, in nanoseconds since 1970.
  public let modifiedNanoseconds: Int
  /// The inode.
  public let inode: Int

  /// Creates a stamp.
  public init(path: String, byteCount: Int, modifiedNanoseconds: Int, inode: Int) {
    self.path = path
    self.byteCount = byteCount
    self.modifiedNanoseconds = modifiedNanoseconds
    self.inode = inode
  }

  /// Returns the path of the file, or that of an archive member in it.
  func path(ofMember name: String?) -> String { name.map { path + "/" + $0 } ?? path }

  /// The stamp for a file that could not be read completely. It matches no file, so that the file
  /// is opened again.
  var incomplete: FileStamp {
    FileStamp(path: path, byteCount: byteCount, modifiedNanoseconds: modifiedNanoseconds, inode: -1)
  }
}
