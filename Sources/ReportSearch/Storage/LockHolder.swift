import Foundation

/// The process that is writing to an index.
public struct LockHolder: Hashable, Sendable {
  /// The process id.
  public let process: Int
  /// The name of the process as reported by the system.
  public let name: String

  /// Creates a lock holder.
  public init(process: Int, name: String) {
    self.process = process
    self.name = name
  }

  /// Finds the process that has SQLite's write lock, or returns `nil` if the system does not report
  /// it.
  ///
  /// Reads Linux's list of all locks. Testing the lock with `fcntl` would require opening the file,
  /// and closing it again would release the POSIX locks of this process.
  init?(ofIndexAt path: String) {
    var status = stat()
    // Not String(contentsOfFile:), which takes the first chunk of this virtual file for all of it.
    guard stat(IndexFiles(ofIndexAt: path).logIndex, &status) == 0,
      let locks = try? FileHandle(forReadingAtPath: "/proc/locks")?.readToEnd()
    else { return nil }
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      // 12: POSIX ADVISORY WRITE 4711 fe:00:262145 120 120
      let fields = line.split(separator: " ")
      guard fields.count == 8, fields[3] == "WRITE", fields[5].hasSuffix(":\(status.st_ino)"),
        let first = Int(fields[6]), let last = Int(fields[7]), first...last ~= Self.writeLock,
        let process = Int(fields[4]), process > 0,
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
      else { continue }
      self.init(process: process, name: name.trimmingCharacters(in: .newlines))
      return
    }
    return nil
  }

  /// The offset in bytes of WAL_WRITE_LOCK in the log's index: https://sqlite.org/walformat.html
  private static let writeLock = 120
}
