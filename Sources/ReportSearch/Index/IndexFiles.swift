import Foundation

/// The files that an index consists of while it is open: the database, its log, and the log's index.
struct IndexFiles {
  private let path: String

  init(ofIndexAt path: String) { self.path = path }

  private static let endings = ["", "-wal", "-shm"]

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
    guard link(part.path, path) == 0 || errno == EEXIST else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
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
    try FileManager.default.linkItem(atPath: path, toPath: backup)
    for ending in Self.endings.dropFirst()
    where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.moveItem(atPath: path + ending, toPath: backup + ending)
    }
    guard rename(other.path, path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    return backup
  }
}
