/// One scalar, or two with short encodings, in at most four bytes of UTF-8. The first byte is the
/// lowest.
///
/// Unused bytes are zero, which determines the length, because only U+0000 contains a zero byte in
/// UTF-8. A value without bytes represents the absence of a character.
struct PackedUTF8: Hashable, Sendable {
  private(set) var bytes: UInt32

  static let none = PackedUTF8(bytes: 0)

  init(bytes: UInt32) { self.bytes = bytes }

  /// Packs a Unicode scalar above U+0000.
  @inline(__always)
  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes = scalar
    } else if scalar < 0x800 {
      bytes = (0xC0 | scalar >> 6) | (0x80 | scalar & 0x3F) << 8
    } else if scalar < 0x10000 {
      bytes = (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8
      bytes |= (0x80 | scalar & 0x3F) << 16
    } else {
      bytes = (0xF0 | scalar >> 18) | (0x80 | scalar >> 12 & 0x3F) << 8
      bytes |= (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
    }
  }

  /// The number of bytes.
  @inline(__always)
  var count: Int { 4 &- bytes.leadingZeroBitCount >> 3 }

  mutating func append(_ other: PackedUTF8) {
    bytes |= other.bytes << UInt32(8 * count)
  }
}
