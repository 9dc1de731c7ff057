import ResultFormats

/// A part of a text, cut where marks begin and end, for templates.
enum MarkedPieces {
  /// Returns the pieces in their order: `text`, and whether it is marked.
  ///
  /// - Parameters:
  ///   - part: The characters (Unicode scalars) of the text that are shown.
  ///   - marks: The characters that are marked, in their order; where they overlap they are one mark.
  ///   - firstNumber: The number of the first mark; each gets one.
  static func views(
    of text: [Unicode.Scalar], in part: Range<Int>, marks: [Range<Int>], firstNumber: Int = 1
  ) -> [View] {
    var pieces: [View] = []
    var place = part.lowerBound
    func add(_ range: Range<Int>, _ number: Int?) {
      guard !range.isEmpty else { return }
      pieces.append([
        "text": String(String.UnicodeScalarView(text[range])),
        "mark": number != nil, "number": number ?? 0,
      ])
    }
    for (index, mark) in marks.overlapsUnited.enumerated() {
      add(place..<mark.lowerBound, nil)
      add(mark, firstNumber + index)
      place = mark.upperBound
    }
    add(place..<part.upperBound, nil)
    return pieces
  }
}
