import TextAnalysis

/// The signature block (落款) at the end of a report: the issuer and the date.
///
/// ```
/// 某县教育局
/// 二〇一一年十二月二十六日
/// ```
///
/// The last line consists only of a date. Up to two lines above it name the issuer; they are short
/// and have neither punctuation nor a number.
enum Signature {
  /// Returns the index of the first line of the signature block, or `nil` if the report has none.
  static func start(in lines: [String]) -> Int? {
    guard let last = lines.last, isDate(last) else { return nil }
    var start = lines.count - 1
    while start > 1, lines.count - start < 3, isSender(lines[start - 1]) { start -= 1 }
    return start
  }

  /// Returns true if a line is a day or a month: `2011年12月26日`, `二○一一年十二月`, `2011.12.26`.
  static func isDate(_ line: String) -> Bool {
    guard line.utf8.count <= 60 else { return false }
    let scalars = Array(FoldedText(line).string.unicodeScalars)
    guard scalars.count >= 6, let last = scalars.last else { return false }
    let marks: Set<Unicode.Scalar> = ["年", "月", "日", ".", "-", "/"]
    let isNumeric = scalars.allSatisfy { ChineseNumeral.isNumeral($0) || marks.contains($0) }
    guard isNumeric, ChineseNumeral.isNumeral(scalars[0]) else { return false }
    let isWritten = scalars.contains("年") && scalars.contains("月") && (last == "月" || last == "日")
    let separators = scalars.count { $0 == "." || $0 == "-" || $0 == "/" }
    let beginsWithYear = scalars.prefix(4).allSatisfy { ChineseNumeral.isNumeral($0) }
    return isWritten || (beginsWithYear && separators == 2 && ChineseNumeral.isNumeral(last))
  }

  private static func isSender(_ line: String) -> Bool {
    let scalars = line.unicodeScalars
    guard (3...24).contains(scalars.count), HeadingMarker(startOf: line) == nil else {
      return false
    }
    let marks: Set<Unicode.Scalar> = ["。", "，", "；", "：", "！", "？", ",", ";", ":", "!", "?", "、"]
    return !scalars.contains { marks.contains($0) }
  }
}
