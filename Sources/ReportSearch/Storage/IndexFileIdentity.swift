import Foundation

/// Which file stands under a path: another one if it was replaced.
public struct IndexFileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// Looks at an index; a symbolic link stands for what it leads to.
  ///
  /// - Throws: An ``IndexError`` if there is no file.
  public init(ofIndex path: String) throws(IndexError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw IndexError(path: path, kind: .missing) }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// The file's number in its file system.
  public var name: String { String(inode, radix: 36) }
}

/// The size of a file and the time of its last change.
struct IndexFileStamp: Hashable {
  private let byteCount, modifiedSeconds, modifiedNanoseconds: Int

  /// Looks at an index; a symbolic link stands for what it leads to.
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
