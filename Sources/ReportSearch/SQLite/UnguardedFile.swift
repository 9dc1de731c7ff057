import Foundation

/// An index in a folder that may not be written to: SQLite can then keep no writer away while it reads. It is
/// read as a file that never changes, and looked at again after each read.
struct UnguardedFile {
  private struct State: Equatable {
    let device, inode: UInt64
    let byteCount, modifiedSeconds, modifiedNanoseconds: Int

    init?(ofFileAt path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      #if os(Linux)
        let modified = status.st_mtim
      #else
        let modified = status.st_mtimespec
      #endif
      (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
      (byteCount, modifiedSeconds) = (Int(status.st_size), Int(modified.tv_sec))
      modifiedNanoseconds = Int(modified.tv_nsec)
    }
  }

  private let path: String
  private let files: IndexFiles
  private let state: State

  /// Looks at an index; `nil` if SQLite can guard it: in a folder that may be written to, or beside a log, which
  /// holds a part of it.
  init?(ofIndexAt path: String) {
    let files = IndexFiles(ofIndexAt: path)
    guard access(files.database.deletingLastPathComponent().path, W_OK) != 0, !files.haveLog,
      let state = State(ofFileAt: path)
    else { return nil }
    self.path = path
    self.files = files
    self.state = state
  }

  /// The address by which SQLite opens a file that never changes: https://sqlite.org/uri.html
  var address: String { URL(fileURLWithPath: path).absoluteString + "?immutable=1" }

  /// Makes sure that the file is as it was when it was opened, and still the whole index.
  ///
  /// - Throws: An ``IndexError`` if it is not, or is gone.
  func check() throws(IndexError) {
    guard State(ofFileAt: path) == state, !files.haveLog else {
      throw IndexError(path: path, kind: .changed)
    }
  }
}

extension IndexFiles {
  /// Whether a part of the index may be outside the database.
  fileprivate var haveLog: Bool { access(log, F_OK) == 0 }
}
