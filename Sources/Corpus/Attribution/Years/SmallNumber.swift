/// Parses numbers used to count years: 三, 十二, `30`, 一百, 一〇二.
enum SmallNumber {
  /// Parses the number below 1000 that begins at a position.
  ///
  /// - Returns: The number and the position after it, or `nil` if there is none or it is larger.
  static func read(_ text: YearText, at start: Int) -> (value: Int, end: Int)? {
    if let run = NumberRun(text, at: start), !isUnit(text[run.range.upperBound]) {
      guard let value = run.value, value > 0, run.range.count <= 3 else { return nil }
      return (value, run.range.upperBound)
    }
    if text[start] == "两" { return (2, start + 1) }
    var place = start
    var sum = 0
    var pending: Int?
    while true {
      if let digit = NumberRun.digit(text[place]) {
        guard pending == nil || pending == 0 else { return nil }
        pending = digit
      } else if text[place] == "十" || text[place] == "拾" {
        sum += (pending ?? 1) * 10
        pending = nil
      } else if text[place] == "百" || text[place] == "佰" {
        guard let hundreds = pending, sum == 0 else { return nil }
        sum = hundreds * 100
        pending = nil
      } else {
        break
      }
      place += 1
      if place - start > 6 { return nil }
    }
    sum += pending ?? 0
    return place > start && sum > 0 ? (sum, place) : nil
  }

  /// Returns true if a character multiplies the digit before it.
  static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "十", "拾", "百", "佰", "千", "仟", "万", "亿": true
    default: false
    }
  }
}
