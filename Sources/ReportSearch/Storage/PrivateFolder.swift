import Foundation

/// A temporary directory that only the current user can read.
package enum PrivateFolder {
  /// Creates a directory, calls a closure with its path, and removes the directory.
  ///
  /// - Throws: Errors of creating the directory and of the closure.
  package static func with<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("duansou-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
