/// A line of a page, or a row of a table on it, in reading order.
struct TextLine: Hashable, Sendable {
  /// The number of the page, from 1.
  let page: Int
  /// Where it stands.
  let box: PageBox
  /// The size of its font: points.
  let em: Double
  /// The number of characters as wide as Chinese ones.
  let wideCount: Int
  /// The first word.
  let firstWord: PageWord
  /// Where the second word begins, if there is one.
  let secondLeft: Double?
  /// The box of a word of Chinese characters only, as other fonts have boxes of other heights.
  let wideBox: PageBox?
  /// The text; cells are separated by tabs.
  let text: String
  /// Whether it is a row of a table.
  let isRow: Bool
  /// The column of its page that it stands in.
  var pageColumn = 0
  /// The column of text that it stands in, counted through the document.
  var column = 0
  /// The edges of the text that it belongs to.
  var frame: TextFrame

  /// Creates a line of a page.
  init(_ line: LinePiece, page: Int) {
    self.init(line, text: LineText.text(of: line), page: page, isRow: false)
  }

  /// Creates a row of a table.
  init(_ cells: [TableCell], page: Int) {
    // The cells have lines, and the lines words, so together they are a piece.
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
  /// How far the line begins to the right of the left edge: characters.
  var indent: Double { (box.left - frame.left) / em }

  /// Whether the line ends as sentences do.
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

  /// The width of what cannot be broken at the start of the line: a Latin word or a number, or a
  /// character with the punctuation that may not begin or end a line: points.
  var firstUnitWidth: Double {
    var width = 0.0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars.prefix(60) {
      if let last, !Self.isBound(last, scalar) { break }
      // Quotation marks and dashes are wide in Chinese fonts.
      width += scalar.isWide || scalar.value >= 0x2000 ? 1 : 0.5
      last = scalar
    }
    return width * em
  }

  /// Whether a line may not be broken between two characters.
  private static func isBound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if opening.contains(left) || closing.contains(right) { return true }
    return !left.isWide && !right.isWide && left != " " && right != " "
  }

  /// What may not end a line, quotation marks without a direction among it.
  private static let opening = Set("（〔［｛《〈「『【〖“‘([\"'".unicodeScalars)
  /// What may not begin a line.
  private static let closing = Set(
    "，。、；：！？）〕］｝》〉」』】〗”’…—％,.;:!?)]%\"'".unicodeScalars)
}
