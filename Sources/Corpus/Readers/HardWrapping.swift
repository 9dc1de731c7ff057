/// Joins the lines of hard-wrapped text, as old editors, mail programs and terminals write it.
///
/// ```
/// 　　2003年，全县教育系统认真贯彻落实国务院关于进一步加强农村教育工作的
/// 决定，控辍保学工作取得明显成效。全县小学入学率达到99.2%。
/// ```
///
/// The width is measured in columns, where a Han character takes two, or in characters. A text is
/// hard-wrapped if no line exceeds the width and most lines that do not end a paragraph reach it.
/// Other texts are left unchanged.
enum HardWrapping {
  /// Returns the lines with those of each paragraph joined.
  ///
  /// - Complexity: O(*n*). A text with a line longer than any supported width is returned at once.
  static func joined(_ lines: [SourceLine]) -> [SourceLine] {
    guard lines.count >= fewestFullLines, isProse(lines),
      !lines.contains(where: { $0.text.utf8.count > 3 * Measure.columns.widths.upperBound })
    else { return lines }
    let byColumns = fullLines(of: lines, by: .columns)
    let byCharacters = fullLines(of: lines, by: .characters)
    let isFull = byCharacters.count > byColumns.count ? byCharacters : byColumns
    guard isFull.count > 0 else { return lines }
    var joined: [SourceLine] = []
    for (place, line) in lines.enumerated() {
      if place > 0, isFull.places[place - 1], continues(line, lines[place - 1]),
        let last = joined.popLast()
      {
        joined.append(last.with(text: glued(last.text, line.text)))
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  /// The unit of the text width.
  private enum Measure {
    case columns, characters

    /// The supported widths.
    var widths: ClosedRange<Int> { self == .columns ? 30...160 : 20...120 }
    /// The number of units by which a full line can fall short of the width: for a punctuation mark
    /// that must not begin a line, or a number that is kept together.
    var tolerance: Int { self == .columns ? 5 : 2 }

    func width(of line: SourceLine) -> Int {
      let scalars = line.text.unicodeScalars
      return switch self {
      case .columns:
        scalars.reduce(line.indentation.columns) { $0 + ($1.value < 0x1100 ? 1 : 2) }
      case .characters: line.indentation.characters + scalars.count
      }
    }
  }

  private static let fewestFullLines = 5
  /// The minimum share of full lines in a hard-wrapped text.
  private static let leastShare = 0.3

  /// Returns which lines are about as long as the longest, and their number; none if the text is
  /// not hard-wrapped.
  private static func fullLines(
    of lines: [SourceLine], by measure: Measure
  ) -> (places: [Bool], count: Int) {
    let widths = lines.map { $0.role == .text ? measure.width(of: $0) : 0 }
    let longest = widths.max() ?? 0
    let isFull = widths.map { $0 >= longest - measure.tolerance }
    let count = isFull.count { $0 }
    guard measure.widths.contains(longest), count >= fewestFullLines,
      Double(count) >= leastShare * Double(lines.count) || breaksAreFull(isFull, lines)
    else { return ([], 0) }
    return (isFull, count)
  }

  /// Returns true if paragraphs are indented and nearly all lines that continue in a line without
  /// indentation are full. Texts with short paragraphs have few full lines overall.
  private static func breaksAreFull(_ isFull: [Bool], _ lines: [SourceLine]) -> Bool {
    let indented = lines.count { $0.indentation.columns >= 2 }
    guard indented * 4 >= lines.count else { return false }
    let breaks = lines.indices.dropFirst().filter {
      lines[$0].number == lines[$0 - 1].number + 1 && lines[$0].indentation.columns < 2
        && lines[$0 - 1].role == .text
    }
    let full = breaks.count { isFull[$0 - 1] }
    return full >= fewestFullLines && Double(full) >= leastShareOfBreaks * Double(breaks.count)
  }

  /// The minimum share of full lines among continued lines.
  private static let leastShareOfBreaks = 0.8

  /// Returns true if the text is prose: it has a punctuation mark for every two lines, or is not
  /// Chinese. List items of equal length are not a wrapped paragraph.
  private static func isProse(_ lines: [SourceLine]) -> Bool {
    var (marks, words, count) = (0, 0, 0)
    for line in lines.prefix(sampleLines) {
      count += 1
      for scalar in line.text.unicodeScalars {
        if proseMarks.contains(scalar) { marks += 1 } else if scalar == " " { words += 1 }
      }
    }
    return marks * 2 >= count || words >= count * 4
  }

  /// The number of lines that are examined.
  private static let sampleLines = 2_000
  private static let proseMarks: Set<Unicode.Scalar> = ["，", "。", "；", "、", ",", ".", ";"]

  private static func continues(_ line: SourceLine, _ before: SourceLine) -> Bool {
    guard line.number == before.number + 1, line.indentation.columns < 2,
      line.role == .text, before.role == .text
    else { return false }
    let isEnded = before.text.unicodeScalars.last.map { sentenceEnds.contains($0) } ?? false
    return !isEnded || HeadingMarker(startOf: line.text) == nil
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", "！", "？", "：", ":", ";"]

  /// Returns the joined text. A space separates two lines that meet in ASCII characters, unless
  /// they split a number.
  private static func glued(_ first: String, _ second: String) -> String {
    guard let last = first.utf8.last, let next = second.utf8.first, last < 0x80, next < 0x80,
      !isNumberCut(first.utf8, second.utf8)
    else { return first + second }
    return first + " " + second
  }

  /// Returns true if a number continues on the second line: `420` and `0个`, `99` and `.8%`, `99.`
  /// and `8%`.
  private static func isNumberCut(_ first: String.UTF8View, _ second: String.UTF8View) -> Bool {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let end = first.last == UInt8(ascii: ".") ? first.dropLast() : first[...]
    guard let last = end.last, isDigit(last), let next = second.first else { return false }
    return isDigit(next) || next == UInt8(ascii: "%")
      || next == UInt8(ascii: ".") && second.dropFirst().first.map(isDigit) == true
  }
}
