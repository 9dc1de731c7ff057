@testable import Corpus

/// A builder for page layouts such as `pdftotext` returns.
///
/// Chinese characters are as wide as the font size, other characters half as wide.
struct SampleLayout {
  /// The default font size in points.
  static let size = 10.0
  /// The edges of the text in points: 30 characters of the default size.
  static let (left, right) = (100.0, 400.0)
  /// The line pitch in points.
  static let pitch = 20.0

  private(set) var pages: [PageLayout] = []
  private var top = 100.0

  /// Creates a layout with one empty page of 500 by 700 points.
  init() { newPage() }

  mutating func newPage() {
    pages.append(PageLayout(number: pages.count + 1, width: 500, height: 700, pieces: []))
    top = 100
  }

  /// Adds a line below the last one; `indent` is in characters.
  mutating func line(
    _ text: String, indent: Double = 0, gap: Double = pitch, size: Double = size
  ) {
    piece(text, left: Self.left + indent * Self.size, top: top, size: size)
    top += gap
  }

  /// Adds a centered line.
  mutating func centered(_ text: String, size: Double = size) {
    let width = Self.width(text, size: size)
    piece(text, left: (Self.left + Self.right - width) / 2, top: top, size: size)
    top += Self.pitch
  }

  /// Adds a paragraph that is broken into full lines. `indent` is that of the first line and `hang`
  /// that of the others, in characters.
  mutating func paragraph(_ text: String, indent: Int = 2, hang: Int = 0) {
    var rest = text[...]
    var offset = indent
    while !rest.isEmpty {
      line(String(rest.prefix(30 - offset)), indent: Double(offset))
      rest = rest.dropFirst(30 - offset)
      offset = hang
    }
  }

  /// Adds a table row; the left edges of the cells are given in characters.
  mutating func row(_ cells: [(String, Double)]) {
    for (text, left) in cells { piece(text, left: Self.left + left * Self.size, top: top) }
    top += Self.pitch
  }

  /// Adds a piece at a position in points. `|` separates words that are a quarter of a character
  /// apart.
  mutating func piece(_ text: String, left: Double, top: Double, size: Double = size) {
    var words: [PageWord] = []
    var left = left
    for word in text.split(separator: "|") {
      let width = Self.width(word, size: size)
      words.append(
        PageWord(
          text: String(word),
          box: PageBox(left: left, top: top, right: left + width, bottom: top + size * 1.2)))
      left += width + size / 4
    }
    if let piece = LinePiece(words) { add(piece) }
  }

  mutating func add(_ piece: LinePiece) { pages[pages.count - 1].pieces.append(piece) }

  private static func width(_ text: some StringProtocol, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? size : size / 2) }
  }

  /// The lines read from the pages, without boilerplate.
  var text: [String] { PDFText.lines(of: pages).filter { $0.chrome == nil }.map(\.text) }
}
