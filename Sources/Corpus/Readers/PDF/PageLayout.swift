/// A page of a PDF document as its text layer places it.
struct PageLayout: Hashable, Sendable {
  /// The number of the page, from 1.
  let number: Int
  /// The width in points.
  let width: Double
  /// The height in points.
  let height: Double
  /// The pieces of lines, in the order in which the program that found them would read them.
  var pieces: [LinePiece]
}

/// A rectangle on a page, in points from its upper left corner; y grows downwards.
struct PageBox: Hashable, Sendable {
  /// The left edge.
  var left: Double
  /// The upper edge.
  var top: Double
  /// The right edge.
  var right: Double
  /// The lower edge.
  var bottom: Double

  /// The width.
  var width: Double { right - left }
  /// The height.
  var height: Double { bottom - top }
  /// The place halfway between the upper and the lower edge.
  var middle: Double { (top + bottom) / 2 }
  /// The place halfway between the left and the right edge.
  var center: Double { (left + right) / 2 }

  /// Returns the smallest rectangle around both.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// How much of their height two rectangles share, from 0 to 1 of the lower one.
  func sharedHeight(with other: PageBox) -> Double {
    let shared = min(bottom, other.bottom) - max(top, other.top)
    return max(0, shared) / max(min(height, other.height), 0.001)
  }
}

/// Characters on one line without a space between them.
struct PageWord: Hashable, Sendable {
  /// The characters; never empty.
  let text: String
  /// Where they stand.
  let box: PageBox
}

/// Words on one line that stand near each other: a whole line, or what one cell of a table has of it.
struct LinePiece: Hashable, Sendable {
  /// The words from left to right; never empty.
  let words: [PageWord]
  /// Where they stand.
  let box: PageBox
  /// The size of the font, which is the width of a Chinese character: points.
  let em: Double
  /// The number of characters as wide as Chinese ones.
  let wideCount: Int

  /// Creates a piece, or returns `nil` if there are no words.
  init?(_ words: [PageWord]) {
    guard let first = words.first else { return nil }
    self.words = words
    box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
    // A Latin letter or digit is about half as wide as a Chinese character.
    var (width, units, wideCount) = (0.0, 0.0, 0)
    for word in words {
      let (wide, narrow) = Self.counts(word.text)
      guard wide > 0 else { continue }
      width += word.box.width
      units += Double(wide) + Double(narrow) / 2
      wideCount += wide
    }
    self.wideCount = wideCount
    // The box of a font is as high as its size or more.
    em = max(wideCount > 0 ? min(width / units, box.height) : box.height / 1.2, 0.5)
  }

  private static func counts(_ text: String) -> (wide: Int, narrow: Int) {
    var (wide, narrow) = (0, 0)
    for scalar in text.unicodeScalars {
      if scalar.isWide { wide += 1 } else { narrow += 1 }
    }
    return (wide, narrow)
  }
}

extension Unicode.Scalar {
  /// Whether a character is as wide as a Chinese one and needs no space beside it: Han, kana, Chinese
  /// punctuation, full-width forms.
  var isWide: Bool {
    switch value {
    case 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
