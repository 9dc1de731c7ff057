/// A scalar and its encoded length in bytes.
typealias DecodedScalar = (scalar: UInt32, length: Int)

/// Decodes the scalar at the byte offset `index`.
///
/// Invalid UTF-8 gives U+FFFD, one for each maximal subpart of an ill-formed sequence. This agrees
/// with `String(decoding:as:)`, so that offsets into either match (Unicode Standard, section 3.9).
@inline(__always)
func decodeScalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> DecodedScalar {
  let lead = text[index]
  if lead < 0x80 { return (UInt32(lead), 1) }
  guard lead >= 0xC2, lead <= 0xF4, index &+ 1 < text.count else { return (0xFFFD, 1) }
  let second = text[index &+ 1]
  if lead < 0xE0 {
    guard second & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    return (UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F), 2)
  }
  let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
  let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
  guard second >= lowest, second <= highest else { return (0xFFFD, 1) }
  guard index &+ 2 < text.count, text[index &+ 2] & 0xC0 == 0x80 else { return (0xFFFD, 2) }
  let third = text[index &+ 2]
  if lead < 0xF0 {
    return (UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F), 3)
  }
  guard index &+ 3 < text.count, text[index &+ 3] & 0xC0 == 0x80 else { return (0xFFFD, 3) }
  return (
    UInt32(lead & 0x07) << 18 | UInt32(second & 0x3F) << 12 | UInt32(third & 0x3F) << 6
      | UInt32(text[index &+ 3] & 0x3F), 4
  )
}
