/// Maps byte ranges of a paragraph to its characters.
///
/// Byte offsets should be requested in ascending order. A lower offset restarts the count.
struct YearEvidence {
  private let utf8: UnsafeBufferPointer<UInt8>
  private var byte = 0
  private var character = 0

  /// Creates a mapping. The buffer must outlive it.
  init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  /// Returns the number of characters (Unicode scalars) before a byte offset.
  mutating func characters(before place: Int) -> Int {
    if place < byte { (byte, character) = (0, 0) }
    var count = 0
    for place in byte..<place where utf8[place] & 0xC0 != 0x80 { count &+= 1 }
    character += count
    byte = place
    return character
  }

  /// Returns the text of a byte range.
  func words(_ bytes: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: utf8[bytes]), as: UTF8.self)
  }
}
