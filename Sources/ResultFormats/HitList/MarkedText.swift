import ReportSearch

/// The text of a hit, split into matches and the text between them.
struct MarkedText {
  /// The pieces in the order of the text, none empty.
  let pieces: [(text: String, isMatch: Bool)]

  /// Splits the text of a hit. Overlapping matches form one piece.
  init(_ hit: Hit) {
    let scalars = Array(hit.paragraph.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      return String(text)
    }
    var pieces: [(text: String, isMatch: Bool)] = []
    var place = 0
    for range in hit.matches.flatMap(\.markedRanges).overlapsUnited {
      pieces.append((text(place..<range.lowerBound), false))
      pieces.append((text(range), true))
      place = range.upperBound
    }
    pieces.append((text(place..<scalars.count), false))
    self.pieces = pieces.filter { !$0.text.isEmpty }
  }
}
