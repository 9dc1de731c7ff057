/// The original characters of a paragraph, for ranges of its folded ones.
///
/// Places are best asked for in ascending order; before the last one, counting begins anew.
struct YearEvidence {
  private let utf8: UnsafeBufferPointer<UInt8>
  private var byte = 0
  private var character = 0

  /// Creates the evidence of a paragraph, for as long as its bytes are there.
  init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  /// The number of characters before a byte of the original.
  mutating func characters(before place: Int) -> Int {
    if place < byte { (byte, character) = (0, 0) }
    var count = 0
    for place in byte..<place where utf8[place] & 0xC0 != 0x80 { count &+= 1 }
    character += count
    byte = place
    return character
  }

  /// The characters of a range of bytes.
  func words(_ bytes: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: utf8[bytes]), as: UTF8.self)
  }
}
