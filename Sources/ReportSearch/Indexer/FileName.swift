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

  private init(bytes: [UInt8], text: String) {
    self.bytes = bytes
    self.text = text
  }

  /// Returns the path of a file in this folder.
  func appending(_ name: [UInt8]) -> FileName {
    FileName(
      bytes: bytes + [UInt8(ascii: "/")] + name, text: text + "/" + FileNameDecoder.text(of: name))
  }

  /// Calls a closure with the path as the system wants it.
  func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }
}
