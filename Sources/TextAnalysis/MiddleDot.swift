/// Marks that are a middle dot between two Han characters: 热孜万.买买提, 热孜万●买买提.
///
/// Next to a numeral they are something else: 一.加强领导, 三.五. 万 and 亿 are no numerals here, as names
/// end with 万 and numbers before such a mark do not.
enum MiddleDot {
  /// U+00B7, to which every middle dot folds.
  static let scalar: UInt32 = 0xB7

  /// True for `.` and ●. U+FF0E is `.` after NFKC.
  @inline(__always)
  static func isPossible(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x25CF }

  /// True for a Han character that is no numeral.
  static func canJoin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      !ChineseNumeral.isNumeral(Unicode.Scalar(scalar)!)
    default: false
    }
  }
}
