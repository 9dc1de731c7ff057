/// Parses four digits that form a year, in all spellings that occur in reports.
///
/// `2011`, `２０１１`, `二〇一一`, `二○一一`, `二零一一`, `二O一一`, `贰零壹壹` are all 2011.
enum YearDigits {
  /// Returns the year that four characters form, or `nil` if it is not between 1900 and 2099.
  static func year(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard scalars.count == 4 else { return nil }
    var year = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { return nil }
      year = year * 10 + digit
    }
    return (1900...2099).contains(year) ? year : nil
  }

  /// Returns the value of a digit, or `nil` if the character is none.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "０"..."９": Int(scalar.value - 0xFF10)
    case "O", "o", "Ｏ", "ｏ", "◯": 0
    default: NumberRun.digit(scalar)
    }
  }
}
