/// Recognizes marks that serve as a middle dot between two Han characters: 热孜万.买买提, 热孜万●买买提.
///
/// Next to a numeral, such marks have another meaning: 一.加强领导, 三.五. 万 and 亿 do not count as
/// numerals here, because names end with 万 and numbers before such a mark do not.
enum MiddleDot {
  /// U+00B7, the folded form of every middle dot.
  static let scalar: UInt32 = 0xB7

  /// Returns true for `.` and ●. NFKC maps U+FF0E to `.`.
  @inline(__always)
  static func isPossible(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x25CF }

  /// Returns true for a Han character that is not a numeral.
  static func canJoin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      !ChineseNumeral.isNumeral(Unicode.Scalar(scalar)!)
    default: false
    }
  }
}
