import Corpus
import Foundation

/// The path of a file as the system knows it, bytes of any kind, and as people read it.
///
/// Names on disks that Windows wrote may be GBK. They are shown and stored decoded, and opened by their
/// bytes.
struct FileName: Hashable, Sendable {
  /// The bytes of the path, without an end mark.
  let bytes: [UInt8]
  /// The path as text.
  let text: String

  /// Takes a path that is text already.
  init(_ path: String) {
    text = path
    bytes = Array(path.utf8)
  }

  /// Finds a file by its absolute path as text: a name that is no UTF-8 is looked for in its folder.
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

  /// Returns the path of a file in this folder.
  func appending(_ name: [UInt8]) -> FileName {
    FileName(
      bytes: bytes + [UInt8(ascii: "/")] + name, text: text + "/" + FileNameDecoder.text(of: name))
  }

  /// The names of what is in this folder; `nil` with the reason in `errno` if the system refuses to tell.
  func entries() -> [[UInt8]]? {
    guard let directory = withCString({ opendir($0) }) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    return names
  }

  /// Calls a closure with the path as the system wants it.
  func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }
}
