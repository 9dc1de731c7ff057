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
    // The list is read in pieces, between which others take locks and give them back: a line may be missed.
    for _ in 0..<8 {
      if let holder = Self.listed(ofIndexAt: path) {
        self = holder
        return
      }
    }
    return nil
  }

  private static func listed(ofIndexAt path: String) -> LockHolder? {
    var status = stat()
    guard stat(path + "-shm", &status) == 0,
      let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    for line in locks.split(separator: "\n") {
      // 12: POSIX ADVISORY WRITE 4711 fe:00:262145 120 120
      let fields = line.split(separator: " ")
      guard fields.count == 8, fields[3] == "WRITE", fields[5].hasSuffix(":\(status.st_ino)"),
        let first = Int(fields[6]), let last = Int(fields[7]), first...last ~= writeLock,
        let process = Int(fields[4]), process > 0,
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
      else { continue }
      return LockHolder(process: process, name: name.trimmingCharacters(in: .newlines))
    }
    return nil
  }

  /// The byte of the log's index that stands for it: https://sqlite.org/walformat.html
  private static let writeLock = 120
}
