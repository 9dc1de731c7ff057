/// A run of ASCII or Chinese digits, with the placeholders among them.
///
/// | Text   | `2011` | `2 0 1 1年` | `二〇一一` | `贰零壹壹` | `二o一一` | `20xx`          | `09` |
/// |--------|--------|-------------|------------|------------|----------|-----------------|------|
/// | Value  | 2011   | 2011        | 2011       | 2011       | 2011     | none; it is one | 9    |
///
/// ASCII and Chinese digits do not mix, except that an ASCII zero or a letter o may replace 〇.
struct NumberRun {
  /// The range in folded characters.
  let range: Range<Int>
  /// The number, or `nil` if the run contains a placeholder or has more than four digits.
  let value: Int?
  /// True if the run contains a placeholder.
  let isPlaceholder: Bool
  /// True if the digits are ASCII.
  let isASCII: Bool
  /// The number of digits and placeholders.
  let digitCount: Int

  /// Reads the run at a position, or returns `nil` if no digit or placeholder is there.
  init?(_ text: YearText, at start: Int) {
    let first = text[start]
    let mark = Self.isMark(first)
    guard mark || Self.digit(first) != nil else { return nil }
    if let spaced = Self.spacedYear(text, at: start) {
      (range, value, digitCount) = (start..<start + 7, spaced, 4)
      (isPlaceholder, isASCII) = (false, true)
      return
    }
    let isASCII = mark || first.isASCII
    var end = start
    var value = 0
    var isPlaceholder = false
    while true {
      let scalar = text[end]
      if let digit = Self.digit(scalar), scalar.isASCII == isASCII || scalar == "0" {
        value = value &* 10 &+ digit
      } else if isASCII, Self.isMark(scalar) {
        isPlaceholder = true
      } else if end > start, Self.isLetterO(scalar), Self.canFollowZero(text[end + 1]) {
        value = value &* 10
      } else {
        break
      }
      end += 1
    }
    range = start..<end
    digitCount = end - start
    self.value = isPlaceholder || range.count > 4 ? nil : value
    self.isPlaceholder = isPlaceholder
    self.isASCII = isASCII
  }

  /// The number, if it has four digits and is in ``calendarYears``.
  var year: Int? {
    guard digitCount == 4, let value, Self.calendarYears.contains(value) else { return nil }
    return value
  }

  /// Returns a year whose four digits are separated by spaces before 年, as in justified headings.
  private static func spacedYear(_ text: YearText, at start: Int) -> Int? {
    guard text[start + 1] == " ", text[start + 7] == "年", text[start - 1] != " " else { return nil }
    var year = 0
    for place in stride(from: start, through: start + 6, by: 2) {
      guard text[place].isASCII, let digit = digit(text[place]),
        place == start + 6 || text[place + 1] == " "
      else { return nil }
      year = year * 10 + digit
    }
    return calendarYears.contains(year) ? year : nil
  }

  /// The range of calendar years in reports. Other numbers before 年 are durations.
  static let calendarYears = 1840...2099

  /// Returns the value of an ASCII or Chinese digit in any spelling, or `nil`.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "〇", "○", "零": 0
    case "一", "壹": 1
    case "二", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// Returns true if a character is a placeholder for a digit.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "x", "*", "_", "×", "某", "□", "х", "χ", "✕", "✖", "╳": true
    default: false
    }
  }

  /// Returns true for letters used in place of 〇: Latin, Greek or Cyrillic o.
  private static func isLetterO(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "o" || scalar == "ο" || scalar == "о"
  }

  private static func canFollowZero(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || isMark(scalar) || isLetterO(scalar) || scalar == "年"
  }
}
