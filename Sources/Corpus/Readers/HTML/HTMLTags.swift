/// Looks at the tags of a page before it is parsed: libxml2 compares each attribute of an element with
/// all others, and takes minutes for a megabyte made of them.
enum HTMLTags {
  /// Elements of pages have a few dozen attributes at most.
  private static let mostAttributes = 5_000

  /// Whether no element has more attributes than a page can mean.
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
        // An apostrophe that opens no value must not hide the rest of the page.
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
