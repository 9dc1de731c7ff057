import ResultFormats

/// A range of a text for templates, split at the bounds of marks.
enum MarkedPieces {
  /// Returns the pieces in order. Each has its text, a Boolean that says if it is marked, and the
  /// number of the mark.
  ///
  /// - Parameters:
  ///   - part: The range to show, in Unicode scalars of `text`.
  ///   - marks: The ranges to mark, in ascending order. Overlapping ranges become one mark.
  ///   - firstNumber: The number of the first mark. Numbers are consecutive.
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
