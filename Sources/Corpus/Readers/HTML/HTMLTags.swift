/// Scans the tags of a page before it is parsed, to reject input that is too costly for libxml2.
///
/// libxml2 compares each attribute of an element with all others. A crafted page of one megabyte
/// takes minutes.
enum HTMLTags {
  /// The maximum number of attributes of an element. Pages use a few dozen.
  private static let mostAttributes = 5_000

  /// Returns true if no element exceeds the maximum number of attributes.
  ///
  /// - Complexity: O(*n*).
  static func areTame(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var attributes = 0
    var isInTag = false
    var quote: UInt8 = 0
    var before: UInt8 = 0
    for byte in bytes {
      if !isInTag {
        if before == UInt8(ascii: "<"), byte | 0x20 >= UInt8(ascii: "a"),
          byte | 0x20 <= UInt8(ascii: "z")
        {
          isInTag = true
          attributes = 0
          quote = 0
        }
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // An apostrophe that does not open a value must not hide the rest of the page.
        if before == UInt8(ascii: "=") { quote = byte }
      } else if byte > 0x20, before <= 0x20 {
        attributes += 1
        if attributes > mostAttributes { return false }
      }
      before = byte
    }
    return true
  }
}
