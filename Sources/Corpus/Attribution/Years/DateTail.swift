/// Words that extend a year without changing it: `9月1日`, 底, 上半年, 春季学期.
enum DateTail {
  /// Returns the position after all tail words that follow a year ending at `start`.
  ///
  /// In `2011年9月底,全县`, the tail of `2011年` ends at the comma.
  static func end(_ text: YearText, from start: Int) -> Int {
    var place = start
    while let next = step(text, at: place) { place = next }
    return place
  }

  private static func step(_ text: YearText, at place: Int) -> Int? {
    switch text[place] {
    case "底", "初", "末", "春", "夏", "秋", "冬", "季", "度":
      return place + 1
    case "年":
      return text.end(ofAny: ["年底", "年初", "年末", "年终", "年中"], at: place)
    case "中":
      // 2011年中,… but not 2011年中考.
      return text[place + 1] == "," || text[place + 1] == "旬" ? place + 1 : nil
    case "旬", "份":
      return place + 1
    case "期":
      return text[place - 1] == "春" || text[place - 1] == "秋" ? place + 1 : nil
    case "学":
      return text.has("学期", at: place) ? place + 2 : nil
    case "上":
      return text.end(ofAny: ["上半年", "上旬", "上学期"], at: place)
    case "下":
      return text.end(ofAny: ["下半年", "下旬", "下学期"], at: place)
    case "全":
      return text.has("全年", at: place) ? place + 2 : nil
    case "第":
      return dayOrMonth(text, at: place + 1, units: "季")
    default:
      return dayOrMonth(text, at: place, units: "月日号季")
    }
  }

  /// Returns the end of a number with its unit: `12月`, 三季.
  private static func dayOrMonth(_ text: YearText, at place: Int, units: String) -> Int? {
    var end = place
    while end - place < 4, isDayDigit(text[end]) { end += 1 }
    guard end > place, units.unicodeScalars.contains(text[end]) else { return nil }
    return end + 1
  }

  private static func isDayDigit(_ scalar: Unicode.Scalar) -> Bool {
    NumberRun.digit(scalar) != nil || NumberRun.isMark(scalar) || scalar == "十"
  }
}
