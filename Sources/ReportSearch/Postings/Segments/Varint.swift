/// SQLite's variable-length integers: seven bits a byte, the most significant first; the ninth byte
/// contributes eight bits.
///
/// The format is that of <https://sqlite.org/fileformat2.html#varint>.
enum Varint {
  /// The number of bytes that must be readable after the first byte of an integer.
  static let padding = 16

  /// Reads an integer and advances the offset. Values that do not fit are clamped to `UInt32.max`.
  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, at offset: inout Int) -> UInt32 {
    let first = bytes[offset]
    if first < 0x80 {
      offset &+= 1
      return UInt32(truncatingIfNeeded: first)
    }
    let second = bytes[offset &+ 1]
    if second < 0x80 {
      offset &+= 2
      return UInt32(truncatingIfNeeded: first & 0x7F) &<< 7
        | UInt32(truncatingIfNeeded: second)
    }
    return readLong(bytes, at: &offset)
  }

  @inline(never)
  private static func readLong(_ bytes: UnsafePointer<UInt8>, at offset: inout Int) -> UInt32 {
    var number: UInt64 = 0
    for place in 0..<9 {
      let byte = bytes[offset]
      offset &+= 1
      if place == 8 {
        number = number &<< 8 | UInt64(byte)
      } else {
        number = number &<< 7 | UInt64(byte & 0x7F)
        if byte < 0x80 { break }
      }
    }
    return UInt32(clamping: number)
  }
}
