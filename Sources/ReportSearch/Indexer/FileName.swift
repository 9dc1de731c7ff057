import Corpus
import Foundation

/// The path of a file, as the bytes that the system uses and as decoded text.
///
/// File names on disks that were written by Windows may be in GBK. They are displayed and stored
/// decoded, and opened by their bytes.
struct FileName: Hashable, Sendable {
  /// The bytes of the path, without a terminating zero.
  let bytes: [UInt8]
  /// The path as text.
  let text: String

  /// Creates a name from a path in UTF-8.
  init(_ path: String) {
    text = path
    bytes = Array(path.utf8)
  }

  /// Finds a file by its absolute path as text. Directories are searched for components whose UTF-8
  /// name does not exist, to find names in another encoding.
  init(resolving path: String) {
    var found = FileName("")
    for part in path.split(separator: "/") {
      let plain = found.appending(Array(part.utf8))
      var status = stat()
      let isThere = plain.withCString { stat($0, &status) } == 0
      let other = isThere ? nil : found.entries()?.first { FileNameDecoder.text(of: $0) == part }
      found = other.map(found.appending) ?? plain
    }
    self = found
  }

  private init(bytes: [UInt8], text: String) {
    self.bytes = bytes
    self.text = text
  }

  /// Returns the path of a file in this directory.
  func appending(_ name: [UInt8]) -> FileName {
    FileName(
      bytes: bytes + [UInt8(ascii: "/")] + name, text: text + "/" + FileNameDecoder.text(of: name))
  }

  /// Returns the names of the entries of this directory, or `nil` with the reason in `errno` if it
  /// cannot be read.
  func entries() -> [[UInt8]]? {
    guard let directory = withCString({ opendir($0) }) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    return names
  }

  /// Calls a closure with the path as a C string.
  func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }
}
