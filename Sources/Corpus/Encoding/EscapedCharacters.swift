/// Decodes characters that a program wrote as code points because its encoding lacked them.
///
/// R writes `<U+00A0>` for a no-break space. Texts scraped with R contain thousands of them.
enum EscapedCharacters {
  /// Returns the text with escapes decoded. Line ends stay escaped, so that line numbers do not
  /// change.
  static func decoded(_ text: String) -> String {
    guard text.containsByte(UInt8(ascii: "<")) else { return text }
    var text = text
    guard text.withUTF8(holdsEscape) else { return text }
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { decoded in
        var (place, count) = (0, 0)
        while place < bytes.count {
          if let (scalar, length) = escape(in: bytes[place...]) {
            // The UTF-8 of a character is shorter than its escape.
            for byte in UTF8.encode(scalar)! {
              decoded[count] = byte
              count += 1
            }
            place += length
          } else {
            decoded[count] = bytes[place]
            count += 1
            place += 1
          }
        }
        return count
      }
    }
  }

  /// Parses the escape at the start of `bytes`. Returns its character and its length in bytes.
  private static func escape(
    in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (Unicode.Scalar, length: Int)? {
    guard bytes.first == UInt8(ascii: "<"), bytes.starts(with: opening) else { return nil }
    var value: UInt32 = 0
    var end = bytes.startIndex + opening.count
    while end < bytes.endIndex, end - bytes.startIndex < opening.count + 6,
      let digit = Character(Unicode.Scalar(bytes[end])).hexDigitValue
    {
      value = value << 4 | UInt32(digit)
      end += 1
    }
    let digitCount = end - bytes.startIndex - opening.count
    guard digitCount >= 4, end < bytes.endIndex, bytes[end] == UInt8(ascii: ">"),
      value >= 0xA0, value != 0x2028, value != 0x2029, let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, digitCount + opening.count + 1)
  }

  private static let opening = Array("<U+".utf8)

  /// Returns true if `<U+` occurs in a text. A plain loop over bytes, because nearly all texts have
  /// none.
  private static func holdsEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for place in bytes.indices.dropLast(2)
    where bytes[place] == UInt8(ascii: "<") && bytes[place + 1] == UInt8(ascii: "U")
      && bytes[place + 2] == UInt8(ascii: "+")
    {
      return true
    }
    return false
  }
}
