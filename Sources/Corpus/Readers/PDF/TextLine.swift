/// A line of text or a table row on a page.
struct TextLine: Hashable, Sendable {
  /// The one-based page number.
  let page: Int
  /// The bounding box on the page.
  let box: PageBox
  /// The font size in points.
  let em: Double
  /// The number of characters with the width of a Chinese character.
  let wideCount: Int
  let firstWord: PageWord
  /// The left edge of the second word in points, or `nil` if there is only one word.
  let secondLeft: Double?
  /// The box of the first word that consists only of wide characters, or `nil`. Boxes of other
  /// fonts have other heights and cannot be compared with it.
  let wideBox: PageBox?
  /// The text. The cells of a table row are separated by tabs.
  let text: String
  /// True if this is a table row.
  let isRow: Bool
  /// The number of the page column that contains the line, from ``PageGutters/column(of:)``; 0 on
  /// pages without columns.
  var pageColumn = 0
  /// The zero-based index of the text column that contains the line, counted through the document.
  var column = 0
  /// The left and right edge of the text column that contains the line.
  var frame: TextFrame

  /// Creates a line of text.
  init(_ line: LinePiece, page: Int) {
    self.init(line, text: LineText.text(of: line), page: page, isRow: false)
  }

  /// Creates a table row from its cells, given from left to right.
  init(_ cells: [TableCell], page: Int) {
    // Neither the cells nor their lines are empty, so the initializer cannot fail.
    let whole = LinePiece(cells.flatMap { $0.lines.flatMap(\.words) })!
    self.init(
      whole, text: cells.map(\.text).joined(separator: "\t"), page: page, isRow: true)
  }

  private init(_ whole: LinePiece, text: String, page: Int, isRow: Bool) {
    self.page = page
    box = whole.box
    em = whole.em
    wideCount = whole.wideCount
    firstWord = whole.words[0]
    secondLeft = whole.words.count > 1 ? whole.words[1].box.left : nil
    wideBox = whole.words.first { $0.text.unicodeScalars.allSatisfy(\.isWide) }?.box
    self.text = text
    self.isRow = isRow
    frame = TextFrame(left: box.left, right: box.right)
  }
}

extension TextLine {
  /// The indent from the left edge of the frame, in ems. Negative if the line begins left of that
  /// edge.
  var indent: Double { (box.left - frame.left) / em }

  /// True if the line ends with sentence punctuation, which closing quotation marks or brackets may
  /// follow.
  var endsSentence: Bool {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last == "”" || last == "’" || last == "）" || last == ")" {
      scalars.removeLast()
    }
    return scalars.last.map { Self.sentenceEnds.contains($0) } ?? false
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = [
    "。", "；", "：", "！", "？", ".", ";", ":", "!", "?",
  ]

  /// The estimated width, in points, of the first part of the line that cannot be broken.
  ///
  /// The part is a Latin word, a number, or a character with adjacent punctuation that cannot begin
  /// or end a line. At most 60 scalars are measured.
  var firstUnitWidth: Double {
    var width = 0.0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars.prefix(60) {
      if let last, !Self.isBound(last, scalar) { break }
      // Quotation marks and dashes are full-width in Chinese fonts.
      width += scalar.isWide || scalar.value >= 0x2000 ? 1 : 0.5
      last = scalar
    }
    return width * em
  }

  /// Returns true if no line break is allowed between two adjacent characters.
  private static func isBound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if opening.contains(left) || closing.contains(right) { return true }
    return !left.isWide && !right.isWide && left != " " && right != " "
  }

  /// Characters that cannot end a line. Quotation marks without a direction are in both sets.
  private static let opening = Set("（〔［｛《〈「『【〖“‘([\"'".unicodeScalars)
  /// Characters that cannot begin a line.
  private static let closing = Set(
    "，。、；：！？）〕］｝》〉」』】〗”’…—％,.;:!?)]%\"'".unicodeScalars)
}
