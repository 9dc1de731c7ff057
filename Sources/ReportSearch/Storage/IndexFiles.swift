import Foundation

/// The files that an index consists of while it is open: the database, its log, and the log's index.
struct IndexFiles {
  private let path: String

  init(ofIndexAt path: String) { self.path = path }

  private static let endings = ["", "-wal", "-shm"]

  /// The database: the file that a symbolic link leads to.
  var database: URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }

  /// Where SQLite keeps what is not in the database yet.
  var log: String { database.path + "-wal" }

  /// Where SQLite says what of the log counts, and who has which lock.
  var logIndex: String { database.path + "-shm" }

  /// Writes the database, unless somebody else does so at the same time: it is there whole or not at all.
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

  /// Why a file could not be put in its place.
  struct Failure: Error {
    /// The system's number.
    let code: Int32

    /// The system's words.
    var message: String { String(cString: strerror(code)) }
  }

  /// Whether the system says that a file cannot have two names: as on memory sticks and on the disks of
  /// Windows.
  private static func meansNoLinks(_ code: Int32) -> Bool {
    [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(code)
  }

  /// Removes them, if they are there.
  func remove() throws {
    for ending in Self.endings where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// Puts another index, which nobody has open, in the place of this one.
  ///
  /// The log goes first: beside another database it would be taken for that one's.
  ///
  /// - Returns: Where this one is kept.
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
    // Whoever only read it could not take away its log, which is empty.
    for ending in Self.endings.dropFirst() { unlink(other.path + ending) }
    return backup
  }
}
