import Foundation

/// A folder that only this program's user can read, for files that are soon of no use.
package enum PrivateFolder {
  /// Calls a closure with the path of a new folder, and removes the folder.
  ///
  /// - Throws: If it cannot be made, or what the closure throws.
  package static func with<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("duansou-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
