import Foundation

/// The program that is writing to an index.
public struct LockHolder: Hashable, Sendable {
  /// Its number in the system.
  public let process: Int
  /// Its name, as the system shows it.
  public let name: String

  /// Creates a holder.
  public init(process: Int, name: String) {
    self.process = process
    self.name = name
  }

  /// Finds the program that has SQLite's lock for writing, or `nil` where the system does not tell.
  ///
  /// Linux lists all locks; asking for the lock itself would mean to open the file, and to close it again
  /// takes away the locks that this program holds.
  init?(ofIndexAt path: String) {
    var status = stat()
    // Not String(contentsOfFile:), which takes the first piece that the system gives for the end.
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

  /// The byte of the log's index that stands for it: https://sqlite.org/walformat.html
  private static let writeLock = 120
}
