/// Parses whole numbers in Chinese notation.
public enum ChineseNumeral {
  /// Returns the value of a whole number up to 9999, written in Chinese characters or ASCII digits,
  /// or `nil` for other text.
  ///
  /// ```swift
  /// ChineseNumeral.value(of: "二十三")   // 23
  /// ChineseNumeral.value(of: "一百零五") // 105
  /// ChineseNumeral.value(of: "二〇一一") // 2011
  /// ChineseNumeral.value(of: "12")      // 12
  /// ```
  ///
  /// - Complexity: O(*n*).
  public static func value(of text: some StringProtocol) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    var digits: [Int] = []
    for scalar in scalars {
      guard let digit = digit(scalar) else { return additive(scalars) }
      digits.append(digit)
    }
    return digits.count <= 4 ? digits.reduce(0) { $0 * 10 + $1 } : nil
  }

  /// Returns true if a character can occur in a number that ``value(of:)`` parses.
  public static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || unit(scalar) != nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "〇", "○", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// Parses digits with units: 二千零一十, 十五.
  private static func additive(_ scalars: [Unicode.Scalar]) -> Int? {
    var sum = 0
    var pending: Int?
    var lastUnit = Int.max
    for scalar in scalars {
      if let unit = unit(scalar) {
        guard unit < lastUnit, pending != nil || (sum == 0 && unit == 10) else { return nil }
        sum += (pending ?? 1) * unit
        pending = nil
        lastUnit = unit
      } else if let digit = digit(scalar) {
        guard pending == nil || pending == 0 else { return nil }
        pending = digit
      } else {
        return nil
      }
    }
    return sum + (pending ?? 0)
  }
}
