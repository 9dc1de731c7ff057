/// The original characters of a paragraph, for ranges of its folded ones.
///
/// Ranges are asked for in ascending order, or the counting begins anew.
struct YearEvidence {
  private let original: String
  private var byte: String.Index
  private var character = 0

  /// Creates the evidence of a paragraph.
  init(_ original: String) {
    self.original = original
    byte = original.startIndex
  }

  /// The number of characters before a byte of the original.
  mutating func characters(before utf8Offset: Int) -> Int {
    let utf8 = original.utf8
    let target = utf8.index(utf8.startIndex, offsetBy: utf8Offset)
    if target < byte {
      byte = utf8.startIndex
      character = 0
    }
    while byte < target {
      if utf8[byte] & 0xC0 != 0x80 { character += 1 }
      byte = utf8.index(after: byte)
    }
    return character
  }

  /// The original characters of a range of folded ones, and their bytes.
  func words(of range: Range<Int>, in text: YearText) -> (text: String, bytes: Range<Int>) {
    let bytes = text.originalUTF8Range(of: range)
    let utf8 = original.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(start, offsetBy: bytes.count)
    return (String(decoding: utf8[start..<end], as: UTF8.self), bytes)
  }
}
