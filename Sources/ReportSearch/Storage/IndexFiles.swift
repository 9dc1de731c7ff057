import Foundation

/// The files of an open index: the database, its write-ahead log, and the shared-memory index of
/// the log.
struct IndexFiles {
  private let path: String

  init(ofIndexAt path: String) { self.path = path }

  private static let endings = ["", "-wal", "-shm"]

  /// The database file, with symbolic links resolved.
  var database: URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }

  /// The path of the write-ahead log, with the pages that are not in the database yet.
  var log: String { database.path + "-wal" }

  /// The path of the index of the log, which also carries SQLite's locks in WAL mode.
  var logIndex: String { database.path + "-shm" }

  /// Creates the database atomically, unless another process creates it at the same time.
  func create(_ database: Data) throws {
    let url = URL(fileURLWithPath: path)
    let part = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString).partial")
    defer { unlink(part.path) }
    try database.write(to: part)
    let file = try FileHandle(forUpdating: part)
    try file.synchronize()
    try file.close()
    if link(part.path, path) == 0 || errno == EEXIST { return }
    guard Self.meansNoLinks(errno), access(path, F_OK) != 0 else { throw Failure(code: errno) }
    guard rename(part.path, path) == 0 else { throw Failure(code: errno) }
  }

  /// A failure to put a file in its place.
  struct Failure: Error {
    /// The value of `errno`.
    let code: Int32

    /// The system's message.
    var message: String { String(cString: strerror(code)) }
  }

  /// Returns true if the error means that the file system has no hard links, like those of memory
  /// sticks and Windows disks.
  private static func meansNoLinks(_ code: Int32) -> Bool {
    [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(code)
  }

  /// Removes the files that exist.
  func remove() throws {
    for ending in Self.endings where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// Replaces this index by another one that nobody has open.
  ///
  /// The log is moved away first: next to another database, SQLite would apply it to that one.
  ///
  /// - Returns: The path of the backup of this index.
  func replace(by other: IndexFiles) throws -> String {
    var backup = path + ".damaged"
    var number = 1
    while FileManager.default.fileExists(atPath: backup) {
      number += 1
      backup = "\(path).damaged-\(number)"
    }
    if link(path, backup) != 0 {
      guard Self.meansNoLinks(errno) else { throw Failure(code: errno) }
      try FileManager.default.copyItem(atPath: path, toPath: backup)
    }
    for ending in Self.endings.dropFirst()
    where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.moveItem(atPath: path + ending, toPath: backup + ending)
    }
    guard rename(other.path, path) == 0 else { throw Failure(code: errno) }
    // A read-only connection does not remove its empty log when it is closed.
    for ending in Self.endings.dropFirst() { unlink(other.path + ending) }
    return backup
  }
}
