/// Characters that a program wrote by their numbers because its encoding could not hold them.
///
/// R writes `<U+00A0>` for a no-break space; texts that were scraped with it have thousands of them.
enum EscapedCharacters {
  /// Returns the text with the characters themselves. Line ends stay escaped, so that line numbers do
  /// not move.
  static func decoded(_ text: String) -> String {
    var text = text
    guard text.withUTF8(holdsEscape) else { return text }
    var decoded = ""
    decoded.reserveCapacity(text.utf8.count)
    var rest = text[...]
    while let place = rest.utf8.firstRange(of: "<U+".utf8) {
      decoded += rest[..<place.lowerBound]
      let digits = rest[place.upperBound...].prefix { $0.isASCII && $0.isHexDigit }
      let isClosed = digits.endIndex < rest.endIndex && rest[digits.endIndex] == ">"
      if isClosed, (4...6).contains(digits.count), let value = UInt32(digits, radix: 16),
        value >= 0xA0, value != 0x2028, value != 0x2029, let scalar = Unicode.Scalar(value)
      {
        decoded.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: digits.endIndex)...]
      } else {
        decoded += rest[place]
        rest = rest[place.upperBound...]
      }
    }
    return decoded + rest
  }

  /// Whether `<U+` stands in a text: a loop over bytes, as nearly all texts have none.
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
