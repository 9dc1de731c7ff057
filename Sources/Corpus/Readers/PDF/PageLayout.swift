/// A page of a PDF document with its positioned text.
struct PageLayout: Hashable, Sendable {
  /// The one-based page number.
  let number: Int
  /// The width in points.
  let width: Double
  /// The height in points.
  let height: Double
  /// The line pieces in the reading order of `pdftotext`.
  var pieces: [LinePiece]
  /// The number of lines with glyphs that the fonts do not map to characters.
  var undecodableLineCount = 0
}

/// A rectangle on a page, in points from the upper left corner; y grows downwards.
struct PageBox: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  /// The vertical center.
  var middle: Double { (top + bottom) / 2 }
  /// The horizontal center.
  var center: Double { (left + right) / 2 }

  /// Returns the smallest rectangle that contains both rectangles.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Returns the vertical overlap of two rectangles as a fraction (0–1) of the smaller height.
  func sharedHeight(with other: PageBox) -> Double {
    let shared = min(bottom, other.bottom) - max(top, other.top)
    return max(0, shared) / max(min(height, other.height), 0.001)
  }
}

/// A word on a page: characters on one line without white space between them.
struct PageWord: Hashable, Sendable {
  /// The characters; never empty.
  let text: String
  let box: PageBox
}

/// Neighboring words on one line: a whole line, or one line of a table cell.
struct LinePiece: Hashable, Sendable {
  /// The words from left to right; never empty.
  let words: [PageWord]
  /// The bounding box of all words.
  let box: PageBox
  /// The font size in points, which is the width of a Chinese character.
  let em: Double
  /// The number of characters with the width of a Chinese character.
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
    // A font's box is at least as high as the font size.
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
  /// True if the character is as wide as a Chinese one and needs no space next to it: Han, kana,
  /// Chinese punctuation, full-width forms.
  var isWide: Bool {
    switch value {
    case 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
