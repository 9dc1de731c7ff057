import Foundation

extension String {
  /// Returns whether a byte occurs in the UTF-8 text. `memchr` is many times as fast as a loop over
  /// the UTF-8 view, and most texts are searched to their ends.
  func containsByte(_ byte: UInt8) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, CInt(byte), bytes.count) != nil } ?? false
    }
    return found ?? utf8.contains(byte)
  }
}
