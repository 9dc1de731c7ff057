import Foundation

/// The device and inode of an index file. They change when the file is replaced.
public struct IndexFileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// Reads the identity of the file at a path. Symbolic links are followed.
  ///
  /// - Throws: An ``IndexError`` if there is no file.
  public init(ofIndex path: String) throws(IndexError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw IndexError(path: path, kind: .missing) }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// The inode in base 36.
  public var name: String { String(inode, radix: 36) }
}

/// The size and modification time of a file.
struct IndexFileStamp: Hashable {
  private let byteCount, modifiedSeconds, modifiedNanoseconds: Int

  /// Reads the stamp of the file at a path. Symbolic links are followed.
  ///
  /// - Throws: An ``IndexError`` if there is no file.
  init(ofIndex path: String) throws(IndexError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw IndexError(path: path, kind: .missing) }
    #if os(Linux)
      let modified = status.st_mtim
    #else
      let modified = status.st_mtimespec
    #endif
    (byteCount, modifiedSeconds) = (Int(status.st_size), Int(modified.tv_sec))
    modifiedNanoseconds = Int(modified.tv_nsec)
  }
}
