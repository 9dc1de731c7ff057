/// Joins the lines of a document into paragraphs.
///
/// A PDF page does not mark the ends of paragraphs. They are inferred from the layout:
///
/// | Between two lines                                       | They are                       |
/// |---------------------------------------------------------|--------------------------------|
/// | another font size, a larger gap than usual              | two paragraphs                 |
/// | the next word would have fitted at the end of the upper | two paragraphs                 |
/// | the upper or the lower is centered                      | two, unless the upper is full  |
/// | the lower is indented, and is no hanging indent         | two paragraphs                 |
/// | the lower begins with a number, the upper ends with 。   | two paragraphs                 |
/// | anything else                                           | one paragraph, even across pages |
struct ParagraphJoiner {
  private let lines: [TextLine]
  /// The usual line pitch in points, by font size in half points.
  private let pitches: [Int: Double]
  /// The usual indent of first lines in ems, or `nil` if first lines are not indented.
  private let usualIndent: Double?

  /// True if paragraphs are indented or separated by gaps, so that a number at the start of a line
  /// is not needed as evidence.
  private var isToldOtherwise = false

  /// Returns the paragraphs in order, each as a range of line indices.
  static func paragraphs(of lines: [TextLine]) -> [Range<Int>] {
    let joiner = ParagraphJoiner(lines)
    var paragraphs: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst() where !joiner.continues(at: index, from: start) {
      paragraphs.append(start..<index)
      start = index
    }
    if start < lines.count { paragraphs.append(start..<lines.count) }
    return paragraphs
  }

  private init(_ lines: [TextLine]) {
    self.lines = lines
    pitches = Self.pitches(of: lines)
    usualIndent = Self.usualIndent(of: lines)
    isToldOtherwise = usualIndent != nil || standsApart
  }

  /// Returns true if the line at `index` continues the paragraph that consists of the lines from
  /// `start`.
  private func continues(at index: Int, from start: Int) -> Bool {
    let (upper, lower) = (lines[index - 1], lines[index])
    if upper.isRow || lower.isRow || isEntryOfContents(upper) || isEntryOfContents(lower) {
      return false
    }
    if !isSameSize(upper, lower) || hasWideGap(upper, lower) { return false }
    if !isSameText(upper, lower) || endsEarly(upper, before: lower) { return false }
    if isCentered(lower), isCentered(upper) || !isSameLeft(upper, lower) {
      return (isCentered(upper) || (index - 1 == start && isSymmetric(upper)))
        && upper.frame.width - upper.box.width < lower.firstUnitWidth
    }
    if isCentered(upper) || isFarIndented(upper, above: lower) { return false }
    if abs(lower.indent) < Self.indentTolerance {
      return isToldOtherwise || !upper.endsSentence || HeadingMarker(startOf: lower.text) == nil
    }
    return continuesIndented(at: index, from: start)
  }

  private static let indentTolerance = 0.8

  /// True if most lines that end early are followed by a wide gap.
  private var standsApart: Bool {
    var (early, apart) = (0, 0)
    for (upper, lower) in zip(lines, lines.dropFirst())
    where upper.column == lower.column && !upper.isRow && !lower.isRow
      && endsEarly(upper, before: lower)
    {
      early += 1
      if hasWideGap(upper, lower) { apart += 1 }
    }
    return apart * 2 > early
  }

  /// Returns true if an indented line continues the paragraph: after an indented first line, in a
  /// hanging indent, or in a paragraph that is indented as a whole.
  private func continuesIndented(at index: Int, from start: Int) -> Bool {
    let (first, upper, lower) = (lines[start], lines[index - 1], lines[index])
    let tolerance = Self.indentTolerance
    let (upperIndent, lowerIndent) = (upper.indent, lower.indent)
    let isFirst = index - 1 == start
    if lowerIndent < 0 || lowerIndent < upperIndent - tolerance {
      return isFirst && upperIndent < Self.farIndent
    }
    let nextIndent: Double? =
      index + 1 < lines.count && !lines[index + 1].isRow
        && lines[index + 1].column == lower.column ? lines[index + 1].indent : nil
    // A first line with the usual indent, followed by a line at the left edge.
    if let nextIndent, nextIndent < tolerance, lowerIndent < 2 + tolerance || isFirst {
      return false
    }
    if let hang = hangingIndent(of: first), abs(lowerIndent - hang) < tolerance {
      return HeadingMarker(startOf: lower.text) == nil
    }
    guard abs(lowerIndent - upperIndent) < tolerance else { return false }
    if !isFirst { return true }
    if let usualIndent, abs(lowerIndent - usualIndent) < tolerance { return false }
    return nextIndent.map { abs($0 - lowerIndent) < tolerance } ?? false
  }

  /// Returns the indent, in ems, of the lines after a first line with a number or bullet: the
  /// position of the text after the marker. Returns `nil` if the line has no marker.
  private func hangingIndent(of line: TextLine) -> Double? {
    let markerCount: Int
    if let marker = HeadingMarker(startOf: line.text) {
      markerCount = marker.characterCount
    } else if ChromeCandidate.withoutBullet(line.text) != line.text {
      markerCount = 1
    } else {
      return nil
    }
    // If the marker is a word of its own, a tab separates it from the text.
    if line.firstWord.text.unicodeScalars.count <= markerCount, let textLeft = line.secondLeft {
      return (textLeft - line.frame.left) / line.em
    }
    let width = line.text.unicodeScalars.prefix(markerCount).reduce(0) {
      $0 + ($1.isWide ? 1 : 0.5)
    }
    return line.indent + width
  }

  /// Returns true if two lines belong to the same column, or to columns of equal width that can
  /// follow each other.
  private func isSameText(_ upper: TextLine, _ lower: TextLine) -> Bool {
    // A line that exceeds its frame spans several columns.
    guard upper.box.right < upper.frame.right + 3 * upper.em else { return false }
    return upper.column == lower.column || abs(upper.frame.width - lower.frame.width) < 2 * upper.em
  }

  private func isSameSize(_ upper: TextLine, _ lower: TextLine) -> Bool {
    guard let upperBox = upper.wideBox, let lowerBox = lower.wideBox else { return true }
    if differs(upper.em, lower.em, by: 1.3) { return false }
    guard upper.wideCount > 2, lower.wideCount > 2 else { return true }
    // A justified line is stretched, and another font of the same size has another box height. Below
    // the ratio above, both must differ.
    return !differs(upper.em, lower.em, by: 1.12)
      || !differs(upperBox.height, lowerBox.height, by: 1.05)
  }

  private func differs(_ one: Double, _ other: Double, by ratio: Double) -> Bool {
    max(one, other) > min(one, other) * ratio
  }

  private func hasWideGap(_ upper: TextLine, _ lower: TextLine) -> Bool {
    guard upper.column == lower.column, let pitch = pitches[Self.pitchKey(lower)] else {
      return false
    }
    return Self.pitch(upper, lower) > pitch * widestPitch + 1
  }

  /// The maximum ratio of a line pitch inside a paragraph to the usual pitch.
  private let widestPitch = 1.2

  /// Returns true if the first word of the lower line would have fitted at the end of the upper
  /// line, so that the line break is intentional.
  private func endsEarly(_ upper: TextLine, before lower: TextLine) -> Bool {
    let space = upper.frame.right - upper.box.right
    // Without indents or gaps as evidence, a sentence that ends just before the edge ends its
    // paragraph.
    let slack = upper.endsSentence ? (isToldOtherwise ? 0 : -0.4) : 0.3
    return space > lower.firstUnitWidth + slack * upper.em
  }

  /// Returns true if a line is centered between the edges, and not only because of the usual
  /// indent.
  private func isCentered(_ line: TextLine) -> Bool {
    guard line.indent > 1, isSymmetric(line) else { return false }
    return usualIndent.map { abs(line.indent - $0) > 0.3 } ?? true
  }

  private func isSameLeft(_ upper: TextLine, _ lower: TextLine) -> Bool {
    abs(upper.indent - lower.indent) < 0.3
  }

  /// Returns true if a line is indented too far to begin a paragraph: a signature, a date.
  private func isFarIndented(_ upper: TextLine, above lower: TextLine) -> Bool {
    upper.indent - lower.indent > Self.farIndent
  }

  private static let farIndent = 5.0

  private func isSymmetric(_ line: TextLine) -> Bool {
    let left = line.box.left - line.frame.left
    let right = line.frame.right - line.box.right
    return abs(left - right) < 1.2 * line.em
  }

  /// Returns true if a line is an entry of a table of contents: `一、总体情况……………3`.
  private func isEntryOfContents(_ line: TextLine) -> Bool {
    var scalars = line.text.unicodeScalars.suffix(80)[...]
    while let last = scalars.last, last == " " || ("0"..."9").contains(last) {
      scalars.removeLast()
    }
    let dots = scalars.reversed().prefix { Self.leaders.contains($0) }.count
    return dots >= 4 && scalars.endIndex < line.text.unicodeScalars.endIndex
  }

  private static let leaders: Set<Unicode.Scalar> = [".", "·", "…", "．", "‥", "⋯", "-", "_"]
}

extension ParagraphJoiner {
  private static func pitchKey(_ line: TextLine) -> Int { Int((line.em * 2).rounded()) }

  /// Returns the distance between the centers of two lines, in points.
  private static func pitch(_ upper: TextLine, _ lower: TextLine) -> Double {
    guard let upperBox = upper.wideBox, let lowerBox = lower.wideBox else {
      return lower.box.middle - upper.box.middle
    }
    return lowerBox.middle - upperBox.middle
  }

  /// Returns the most frequent line pitch for each font size.
  private static func pitches(of lines: [TextLine]) -> [Int: Double] {
    var counts: [Int: [Int: Int]] = [:]
    for (upper, lower) in zip(lines, lines.dropFirst())
    where upper.column == lower.column && !upper.isRow && !lower.isRow
      && pitchKey(upper) == pitchKey(lower)
    {
      let pitch = pitch(upper, lower)
      guard pitch > 0, pitch < 1_000 else { continue }
      counts[pitchKey(lower), default: [:]][Int((pitch * 2).rounded()), default: 0] += 1
    }
    return counts.compactMapValues { counts in
      // Of equally frequent pitches the smaller wins: one-line paragraphs produce only the larger
      // one.
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) / 2 }
    }
  }

  /// Returns the median indent of lines above a line at the left edge, or `nil` if such indents are
  /// rare.
  private static func usualIndent(of lines: [TextLine]) -> Double? {
    var indents: [Double] = []
    var plainCount = 0
    for (upper, lower) in zip(lines, lines.dropFirst())
    where !upper.isRow && !lower.isRow && abs(lower.indent) < 0.5 {
      if (1.2...4).contains(upper.indent) { indents.append(upper.indent) }
      if abs(upper.indent) < 0.5 { plainCount += 1 }
    }
    guard indents.count > 1, indents.count * 30 > plainCount else { return nil }
    return indents.sorted()[indents.count / 2]
  }
}
