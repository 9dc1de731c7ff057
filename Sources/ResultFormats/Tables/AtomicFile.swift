import Foundation

/// A file that appears under its name only when it is complete.
///
/// Until ``commit()`` it has no name, where the file system can do that: a program that is killed leaves
/// nothing. Elsewhere it is written beside its place under another name. What stood there before stays
/// until then.
package final class AtomicFile {
  /// The path under which the file will appear.
  package let path: String
  private let handle: FileHandle
  private let temporaryPath: String
  private var hasName: Bool
  private var buffer: [UInt8] = []
  private var isCommitted = false

  /// Begins a file.
  ///
  /// - Throws: A ``HitListError`` if the folder cannot be written to.
  package init(path: String) throws {
    self.path = path
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    temporaryPath =
      folder.appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial").path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw HitListError(path: path, .system(EISDIR))
    }
    var descriptor = open(folder.path, Self.unnamed | O_WRONLY, 0o644)
    hasName = descriptor < 0
    if hasName { descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644) }
    guard descriptor >= 0 else { throw HitListError(path: path, .system(errno)) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    if hasName, !isCommitted { unlink(temporaryPath) }
  }

  /// The folder in which the file will appear.
  var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// The path by which another library of this program may write the file.
  var writingPath: String { hasName ? temporaryPath : "/proc/self/fd/\(handle.fileDescriptor)" }

  /// Adds text.
  ///
  /// - Throws: A ``HitListError``, for example if the disk is full.
  package func write(_ text: String) throws { try write(text.utf8) }

  /// Adds bytes.
  ///
  /// - Throws: A ``HitListError``, for example if the disk is full.
  package func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Completes the file and gives it its name.
  ///
  /// - Throws: A ``HitListError``; what stood there before is then untouched.
  package func commit() throws {
    try flush()
    guard fsync(handle.fileDescriptor) == 0 else { throw HitListError(path: path, .system(errno)) }
    if !hasName {
      // Only renaming replaces a file, and only what has a name can be renamed.
      unlink(temporaryPath)
      guard
        linkat(AT_FDCWD, writingPath, AT_FDCWD, temporaryPath, Int32(AT_SYMLINK_FOLLOW)) == 0
      else { throw HitListError(path: path, .system(errno)) }
      hasName = true
    }
    guard rename(temporaryPath, path) == 0 else {
      throw HitListError(path: path, .system(errno))
    }
    isCommitted = true
  }

  private func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw HitListError(path: path, .system(errno))
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// `O_TMPFILE` of Linux, a macro that Swift does not see.
  private static let unnamed = 0o20_000_000 | O_DIRECTORY
}
