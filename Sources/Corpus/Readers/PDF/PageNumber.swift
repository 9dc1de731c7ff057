import TextAnalysis

/// A line that consists only of a page number: `— 3 —`, `第3页 共10页`, `3/10`, `iv`.
struct PageNumber: Hashable {
  let value: Int
  /// True if the line contains only the number itself, so that it could be any other number.
  let isBare: Bool

  /// Parses a page number, or returns `nil` if the line contains anything else.
  init?(_ line: String) {
    guard line.utf8.count <= 60 else { return nil }
    let folded = FoldedText(line).string
    var rest = folded
    for word in ["page", "of"] { rest = rest.replacing(word, with: "/") }
    let parts = rest.unicodeScalars.split { Self.marks.contains($0) }
    guard (1...2).contains(parts.count),
      let value = Self.number(parts[0]), parts.count == 1 || Self.number(parts[1]) != nil
    else { return nil }
    self.value = value
    isBare = folded.unicodeScalars.count == parts[0].count
  }

  /// Characters that may surround page numbers, in folded form.
  private static let marks = Set("-—–―~·•|/[]()〔〕<>《》第页頁共 ".unicodeScalars)

  private static func number(_ text: Substring.UnicodeScalarView) -> Int? {
    let string = String(text)
    if let value = ChineseNumeral.value(of: string) { return value < 5_000 ? value : nil }
    return roman(text)
  }

  /// Parses a Roman numeral of up to eight letters from i, v, x, l and c. The order of the letters
  /// is not validated.
  private static func roman(_ text: Substring.UnicodeScalarView) -> Int? {
    guard text.count <= 8 else { return nil }
    let values: [Unicode.Scalar: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
    var sum = 0
    var last = 0
    for scalar in text {
      guard let value = values[scalar] else { return nil }
      sum += value > last ? value - 2 * last : value
      last = value
    }
    return sum
  }
}
