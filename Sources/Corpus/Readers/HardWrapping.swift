/// Joins the lines of a text that was broken at a fixed width, as old editors, mail and terminals do.
///
/// ```
/// 　　2003年，全县教育系统认真贯彻落实国务院关于进一步加强农村教育工作的
/// 决定，控辍保学工作取得明显成效。全县小学入学率达到99.2%。
/// ```
///
/// Such a text shows itself: no line is longer than the others, and most lines that do not end a
/// paragraph are as long as any. Where that is not so, no line is joined.
enum HardWrapping {
  /// Returns the lines with those joined that were one.
  ///
  /// - Complexity: O(*n*); a text with a long line is looked at no further.
  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.count >= fewestFullLines,
      !lines.contains(where: { $0.text.utf8.count > 3 * widths.upperBound })
    else { return lines }
    let lineWidths = lines.map { $0.indentation + width(of: $0.text) }
    let longest = lineWidths.max()!
    let isFull = lineWidths.map { $0 >= longest - tolerance }
    let fullCount = isFull.count { $0 }
    guard widths.contains(longest), fullCount >= fewestFullLines,
      Double(fullCount) >= leastShare * Double(lines.count)
    else { return lines }
    var joined: [SourceLine] = []
    for (place, line) in lines.enumerated() {
      if place > 0, isFull[place - 1], continues(line, lines[place - 1]),
        let last = joined.popLast()
      {
        joined.append(last.with(text: glued(last.text, line.text)))
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  /// The columns that texts are broken at.
  private static let widths = 30...160
  /// How many columns a full line may be short: a mark that must not begin a line, a number.
  private static let tolerance = 5
  private static let fewestFullLines = 5
  /// The share of full lines without which a text was not broken at a width.
  private static let leastShare = 0.3

  private static func continues(_ line: SourceLine, _ before: SourceLine) -> Bool {
    guard line.number == before.number + 1, line.indentation < 2, line.role == before.role else {
      return false
    }
    let isEnded = before.text.unicodeScalars.last.map { sentenceEnds.contains($0) } ?? false
    return !isEnded || HeadingMarker(startOf: line.text) == nil
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", "！", "？", "：", ":", ";"]

  /// Text after text: a space stays between two words that are no Chinese.
  private static func glued(_ first: String, _ second: String) -> String {
    let isWord =
      first.utf8.last.map { $0 < 0x80 } == true && second.utf8.first.map { $0 < 0x80 } == true
    return first + (isWord ? " " : "") + second
  }

  /// The number of columns that a text takes, where Han take two.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
