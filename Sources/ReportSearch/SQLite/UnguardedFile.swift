import Foundation

/// An index file in a read-only directory, where SQLite cannot create the files for its locks. It
/// is opened as an immutable file and checked for changes after each read.
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

  /// Records the state of a file. Returns `nil` if SQLite can lock it, because the directory is
  /// writable, or if there is a write-ahead log, which may contain a part of the index.
  init?(ofIndexAt path: String) {
    let files = IndexFiles(ofIndexAt: path)
    guard access(files.database.deletingLastPathComponent().path, W_OK) != 0, !files.haveLog,
      let state = State(ofFileAt: path)
    else { return nil }
    self.path = path
    self.files = files
    self.state = state
  }

  /// The URI with which SQLite opens an immutable file: https://sqlite.org/uri.html
  var address: String { URL(fileURLWithPath: path).absoluteString + "?immutable=1" }

  /// Checks that the file is unchanged since it was opened and that no write-ahead log exists.
  ///
  /// - Throws: An ``IndexError`` otherwise.
  func check() throws(IndexError) {
    guard State(ofFileAt: path) == state, !files.haveLog else {
      throw IndexError(path: path, kind: .changed)
    }
  }
}

extension IndexFiles {
  /// True if there is a write-ahead log, which may contain a part of the index.
  fileprivate var haveLog: Bool { access(log, F_OK) == 0 }
}
