import Foundation

/// The kind of value that a numeric workbook cell displays, derived from its number format.
enum CellFormat: Hashable, Sendable {
  /// A plain number.
  case number
  /// A percentage with a number of decimal places.
  case percentage(decimalCount: Int)
  /// A date, a time of day, or both.
  case date
  /// A duration in hours, minutes and seconds, which can exceed a day.
  case elapsedTime

  /// Creates a format from its identifier in Excel, or from the format code if the workbook defines
  /// one.
  init(identifier: Int, code: String?) {
    if let code {
      self.init(code: code)
    } else {
      switch identifier {
      case 9: self = .percentage(decimalCount: 0)
      case 10: self = .percentage(decimalCount: 2)
      case 14...22, 27...36, 45, 47, 50...58: self = .date
      case 46: self = .elapsedTime
      default: self = .number
      }
    }
  }

  /// Parses a format code: `yyyy"年"m"月"`, `0.0%`, `[h]:mm`.
  private init(code: String) {
    var letters = ""
    var rest = code.lowercased()[...]
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
          self = .elapsedTime
          return
        }
      default: letters.append(character)
      }
    }
    if letters.contains("%") {
      let decimals = letters.drop { $0 != "." }.dropFirst().prefix { $0 == "0" || $0 == "#" }
      self = .percentage(decimalCount: min(decimals.count, 9))
    } else {
      self = letters.contains { "ymdhs".contains($0) } ? .date : .number
    }
  }

  /// Returns the displayed text of a stored number: whole numbers without a decimal point, dates as
  /// `2011-03-05`. Text that is not a number is returned unchanged.
  ///
  /// - Parameter beginsIn1904: True if the workbook uses the 1904 date system of Excel for
  ///   Macintosh.
  func text(of number: String, beginsIn1904: Bool) -> String {
    if self == .number, Self.isPlain(number.utf8) { return number }
    guard let value = Double(number), value.isFinite else { return number }
    switch self {
    case .number: return Self.text(of: value)
    case .percentage(let decimalCount):
      guard abs(value) < 1e6 else { return Self.text(of: value) }
      let scale = pow(10, Double(decimalCount))
      return String(format: "%.\(decimalCount)f%%", (value * 100 * scale).rounded() / scale)
    case .date:
      return Self.date(value, beginsIn1904: beginsIn1904) ?? Self.text(of: value)
    case .elapsedTime:
      guard (0..<1e6).contains(value) else { return Self.text(of: value) }
      return Self.time(ofSeconds: Int((value * 86_400).rounded()))
    }
  }

  /// Returns true if a stored number equals its displayed text: at most 15 bytes, only digits, sign
  /// and decimal point, and no trailing zero after the point.
  private static func isPlain(_ number: String.UTF8View) -> Bool {
    guard number.count <= 15, let last = number.last, (0x30...0x39).contains(last) else {
      return false
    }
    let hasPoint = number.contains(UInt8(ascii: "."))
    return (!hasPoint || last != UInt8(ascii: "0"))
      && number.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  /// Returns the number with Excel's precision of 15 significant digits.
  private static func text(of value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e18 {
      var unit = 1
      while abs(value) / Double(unit) >= 1e15 { unit *= 10 }
      return "\(Int((value / Double(unit)).rounded()) * unit)"
    }
    return String(format: "%.15g", value)
  }

  private static func date(_ value: Double, beginsIn1904: Bool) -> String? {
    // 2,958,466 is the serial number of 10000-01-01 in the 1900 date system.
    guard (0..<2_958_466).contains(value) else { return nil }
    let seconds = Int((value * 86_400).rounded())
    let (day, secondOfDay) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if day == 0, !beginsIn1904 { return time(ofSeconds: secondOfDay) }
    let date = date(ofDay: day, beginsIn1904: beginsIn1904)
    return secondOfDay == 0 ? date : date + " " + time(ofSeconds: secondOfDay)
  }

  private static func date(ofDay day: Int, beginsIn1904: Bool) -> String {
    // Excel counts February 29, 1900, which did not exist.
    if day == 60, !beginsIn1904 { return "1900-02-29" }
    let daysBefore1970 = beginsIn1904 ? 24_107 : day < 60 ? 25_568 : 25_569
    // Years begin in March here, so that a leap day is the last day of its year. Source:
    // `civil_from_days` by Howard Hinnant.
    let count = day - daysBefore1970 + 719_468
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return String(
      format: "%d-%02d-%02d", era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func time(ofSeconds seconds: Int) -> String {
    let time = String(format: "%02d:%02d", seconds / 3_600, seconds / 60 % 60)
    return seconds % 60 == 0 ? time : time + String(format: ":%02d", seconds % 60)
  }
}
