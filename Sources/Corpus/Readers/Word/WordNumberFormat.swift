/// The number formats of Word, by the values of `w:numFmt`.
///
/// | Format                    | 1   | 3   | 12     | 101      |
/// |---------------------------|-----|-----|--------|----------|
/// | `decimal`                 | 1   | 3   | 12     | 101      |
/// | `chineseCounting`         | 一  | 三  | 十二   | 一○一   |
/// | `chineseCountingThousand` | 一  | 三  | 十二   | 一百零一 |
/// | `japaneseCounting`        | 一  | 三  | 十二   | 百一     |
/// | `ideographTraditional`    | 甲  | 丙  | 12     | 101      |
/// | `decimalEnclosedCircle`   | ①  | ③  | ⑫     | 101      |
/// | `decimalFullWidth`        | １  | ３  | １２   | １０１   |
/// | `lowerLetter`             | a   | c   | l      | wwww     |
/// | `upperRoman`              | I   | III | XII    | CI       |
enum WordNumberFormat: String, Hashable, Sendable {
  case decimal, decimalZero, decimalFullWidth, decimalFullWidth2
  case decimalEnclosedCircle, decimalEnclosedCircleChinese, decimalEnclosedFullstop
  case decimalEnclosedParen, ideographEnclosedCircle, numberInDash
  case upperLetter, lowerLetter, upperRoman, lowerRoman
  case chineseCounting, taiwaneseCounting, japaneseCounting
  case chineseCountingThousand, taiwaneseCountingThousand
  case ideographDigital, japaneseDigitalTenThousand, taiwaneseDigital
  case chineseLegalSimplified, ideographLegalTraditional
  case ideographTraditional, ideographZodiac
  case bullet, none

  /// Returns a number in this format. Numbers for which the format has no sign are written in
  /// digits.
  func text(of value: Int) -> String {
    switch self {
    case .decimal: "\(value)"
    case .decimalZero: (0...9).contains(value) ? "0\(value)" : "\(value)"
    case .decimalFullWidth, .decimalFullWidth2: Self.mapped(value, to: Self.fullWidthDigits)
    case .decimalEnclosedCircle, .decimalEnclosedCircleChinese:
      Self.sign(value, from: "①", count: 20)
    case .decimalEnclosedFullstop: Self.sign(value, from: "⒈", count: 20)
    case .decimalEnclosedParen: Self.sign(value, from: "⑴", count: 20)
    case .ideographEnclosedCircle: Self.sign(value, from: "㊀", count: 10)
    case .numberInDash: "- \(value) -"
    case .upperLetter: Self.letters(value, from: "A")
    case .lowerLetter: Self.letters(value, from: "a")
    case .upperRoman: Self.roman(value)
    case .lowerRoman: Self.roman(value).lowercased()
    case .chineseCounting, .taiwaneseCounting:
      (1...99).contains(value)
        ? Self.plain.text(of: value) : Self.mapped(value, to: Self.countingDigits)
    case .chineseCountingThousand, .taiwaneseCountingThousand: Self.plain.text(of: value)
    case .japaneseCounting: Self.japanese.text(of: value)
    case .ideographDigital, .japaneseDigitalTenThousand, .taiwaneseDigital:
      Self.mapped(value, to: Self.ideographicDigits)
    case .chineseLegalSimplified: Self.legalSimplified.text(of: value)
    case .ideographLegalTraditional: Self.legalTraditional.text(of: value)
    case .ideographTraditional: Self.one(of: Self.stems, value)
    case .ideographZodiac: Self.one(of: Self.branches, value)
    case .bullet, .none: ""
    }
  }

  /// The maximum number of repeated letters, as in `aaa`. Larger numbers are written in digits.
  private static let longestRepetition = 30

  private static let fullWidthDigits = Array("０１２３４５６７８９")
  private static let countingDigits = Array("○一二三四五六七八九")
  private static let ideographicDigits = Array("〇一二三四五六七八九")
  private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")

  private static let plain = UnitNumerals(
    digits: "零一二三四五六七八九", units: "十百千", tenThousand: "万", leavesOut: .oneInTens)
  private static let japanese = UnitNumerals(
    digits: "〇一二三四五六七八九", units: "十百千", tenThousand: "万", leavesOut: .onesAndZeros)
  private static let legalSimplified = UnitNumerals(
    digits: "零壹贰叁肆伍陆柒捌玖", units: "拾佰仟", tenThousand: "万", leavesOut: .nothing)
  private static let legalTraditional = UnitNumerals(
    digits: "零壹貳參肆伍陸柒捌玖", units: "拾佰仟", tenThousand: "萬", leavesOut: .nothing)

  private static func mapped(_ value: Int, to digits: [Character]) -> String {
    guard value >= 0 else { return "\(value)" }
    return String(String(value).utf8.map { digits[Int($0 - UInt8(ascii: "0"))] })
  }

  private static func sign(_ value: Int, from first: Unicode.Scalar, count: Int) -> String {
    guard (1...count).contains(value), let sign = Unicode.Scalar(first.value + UInt32(value) - 1)
    else { return "\(value)" }
    return String(Character(sign))
  }

  private static func one(of signs: [Character], _ value: Int) -> String {
    (1...signs.count).contains(value) ? String(signs[value - 1]) : "\(value)"
  }

  /// Returns A to Z, then AA, BB, and so on.
  private static func letters(_ value: Int, from first: Unicode.Scalar) -> String {
    guard value > 0, (value - 1) / 26 < longestRepetition,
      let letter = Unicode.Scalar(first.value + UInt32((value - 1) % 26))
    else { return "\(value)" }
    return String(repeating: String(Character(letter)), count: (value - 1) / 26 + 1)
  }

  private static func roman(_ value: Int) -> String {
    guard (1...3999).contains(value) else { return "\(value)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (value, "")
    for (worth, sign) in signs {
      while rest >= worth {
        text += sign
        rest -= worth
      }
    }
    return text
  }
}

/// A numeral system that writes digits before units: 二百三十.
private struct UnitNumerals {
  /// The digits that are omitted.
  enum Omission {
    /// Nothing is omitted: 壹拾, 壹佰零壹.
    case nothing
    /// The 一 at the start of 十二 is omitted.
    case oneInTens
    /// Every 一 before a unit and every zero are omitted: 百一.
    case onesAndZeros
  }

  let digits: [Character]
  let units: [Character]
  let tenThousand: Character
  let leavesOut: Omission

  init(digits: String, units: String, tenThousand: Character, leavesOut: Omission) {
    self.digits = Array(digits)
    self.units = Array(units)
    self.tenThousand = tenThousand
    self.leavesOut = leavesOut
  }

  func text(of value: Int) -> String {
    guard (1...99_999_999).contains(value) else {
      return value == 0 ? String(digits[0]) : "\(value)"
    }
    let (high, low) = value.quotientAndRemainder(dividingBy: 10_000)
    var text = ""
    if high > 0 {
      text = belowTenThousand(high, isStart: true) + String(tenThousand)
      if low > 0, low < 1_000, leavesOut != .onesAndZeros { text.append(digits[0]) }
    }
    return low > 0 ? text + belowTenThousand(low, isStart: high == 0) : text
  }

  private func belowTenThousand(_ value: Int, isStart: Bool) -> String {
    var text = ""
    var isGap = false
    for (place, worth) in [1_000, 100, 10, 1].enumerated() {
      let digit = value / worth % 10
      if digit == 0 {
        isGap = !text.isEmpty
        continue
      }
      if isGap, leavesOut != .onesAndZeros { text.append(digits[0]) }
      isGap = false
      let isUnwritten =
        digit == 1 && worth > 1
        && (leavesOut == .onesAndZeros
          || leavesOut == .oneInTens && worth == 10 && text.isEmpty && isStart)
      if !isUnwritten { text.append(digits[digit]) }
      if worth > 1 { text.append(units[2 - place]) }
    }
    return text
  }
}
