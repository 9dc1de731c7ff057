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
