/// A quick check that a paragraph contains no time expression, as is the case for most.
///
/// An expression contains 年, four ASCII digits, or the 五 of a five-year plan after a numeral or a
/// separator. The check gives up on text that folding could turn into one of these.
enum TimelessText {
  /// Returns the number of characters of a text that has no time expression, or `nil` if it may
  /// have one.
  ///
  /// - Complexity: O(*n*).
  static func characterCount(of utf8: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = 0
    var characters = 0
    var digits = 0
    while place < utf8.count {
      let lead = utf8[place]
      characters &+= 1
      if lead < 0x80 {
        if lead &- 0x30 < 10 {
          digits &+= 1
          if digits == 4 { return nil }
        } else {
          digits = 0
          if lead < 0x20, lead != 0x09, lead != 0x0A, lead != 0x0D { return nil }
        }
        place &+= 1
        continue
      }
      digits = 0
      guard lead >= 0xE2, lead <= 0xEF, place &+ 2 < utf8.count else { return nil }
      let second = utf8[place &+ 1]
      let third = utf8[place &+ 2]
      switch lead {
      case 0xE4 where second == 0xBA && third == 0x94:
        if mayEndPlan(utf8, place) { return nil }
      case 0xE5 where second == 0xB9 && third == 0xB4: return nil
      case 0xE7 where second == 0xA7 && third == 0x8A: return nil
      case 0xE4...0xE9: break
      case 0xE2 where second == 0x80 && (0x90...0xA6).contains(third): break
      case 0xE3 where second == 0x80 && third <= 0x96: break
      case 0xEF where second == 0xBC && (0x81...0x9F).contains(third):
        if (0x90...0x99).contains(third) { return nil }
      default: return nil
      }
      place &+= 3
    }
    return characters
  }

  /// Returns true if the 五 at a byte offset may end the name of a plan. After a Han character other
  /// than a numeral, such as 第, it does not.
  private static func mayEndPlan(_ utf8: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place >= 3 else { return false }
    let lead = utf8[place - 3]
    guard (0xE4...0xE9).contains(lead) else { return true }
    let value =
      UInt32(lead & 0x0F) << 12 | UInt32(utf8[place - 2] & 0x3F) << 6
      | UInt32(utf8[place - 1] & 0x3F)
    let scalar = Unicode.Scalar(value)!
    return scalar == "十" || NumberRun.digit(scalar) != nil
  }
}
