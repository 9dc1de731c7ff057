import Foundation

/// A file that appears under its name only when it is complete.
///
/// Until ``commit()`` the file has no name if the file system supports that (`O_TMPFILE`), so a
/// killed program leaves no file. Otherwise it is written to a temporary name in the same folder.
/// An existing file stays unchanged until ``commit()``.
package final class AtomicFile {
  /// The path under which the file will appear.
  package let path: String
  private let handle: FileHandle
  private let temporaryPath: String
  private var hasName: Bool
  private var buffer: [UInt8] = []
  private var isCommitted = false

  /// Opens a file for writing.
  ///
  /// - Throws: A ``HitListError`` if the folder is not writable.
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

  /// The path through which another library in this process can write the file.
  var writingPath: String { hasName ? temporaryPath : "/proc/self/fd/\(handle.fileDescriptor)" }

  /// Appends text.
  ///
  /// - Throws: A ``HitListError``, for example if the disk is full.
  package func write(_ text: String) throws { try write(text.utf8) }

  /// Appends bytes, which are buffered up to 64 KiB.
  ///
  /// - Throws: A ``HitListError``, for example if the disk is full.
  package func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Flushes the file to disk and gives it its name, replacing an existing file.
  ///
  /// - Throws: A ``HitListError``; an existing file is then unchanged.
  package func commit() throws {
    try flush()
    guard fsync(handle.fileDescriptor) == 0 else { throw HitListError(path: path, .system(errno)) }
    if !hasName {
      // Only `rename` can replace a file, and it needs a name.
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

  /// Linux's `O_TMPFILE`, a macro that Swift does not import.
  private static let unnamed = 0o20_000_000 | O_DIRECTORY
}
