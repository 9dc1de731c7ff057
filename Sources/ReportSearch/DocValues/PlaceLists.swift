import Corpus

/// A list of positions for each paragraph, stored in one array.
struct PlaceLists: Sendable {
  /// The offset of each paragraph's list in ``places``, and a final entry for the end of the last
  /// list.
  private(set) var bounds: [UInt32] = [0]
  private(set) var places: [UInt32] = []

  /// Returns the list of a paragraph, ascending.
  func places(ofParagraph id: UInt32) -> ArraySlice<UInt32> {
    places[Int(bounds[Int(id)])..<Int(bounds[Int(id) + 1])]
  }

  /// Appends a position to the list of the next paragraph.
  mutating func append(_ place: UInt32) { places.append(place) }

  /// Ends the list of the next paragraph.
  mutating func endParagraph() { bounds.append(UInt32(places.count)) }
}

/// The year spans of all paragraphs: the start of each span in folded characters, and the number of
/// its years.
struct ParagraphYears: Sendable {
  /// The starts of the spans.
  var starts = PlaceLists()
  /// The value number of each span, parallel to ``PlaceLists/places`` of ``starts``.
  var numbers: [UInt32] = []
  /// The years by value number; `nil` for numbers of other values.
  var values: [YearSpan?] = []

  /// Returns the value number of the years at a position (in folded characters) of a paragraph; 0
  /// for the report's year.
  func number(atPlace place: UInt32, ofParagraph id: UInt32) -> Int {
    let lower = Int(starts.bounds[Int(id)])
    var stretch = Int(starts.bounds[Int(id) + 1])
    while stretch > lower {
      stretch -= 1
      if starts.places[stretch] <= place { return Int(numbers[stretch]) }
    }
    return 0
  }
}

/// The regions of the paragraphs whose region differs from their report's.
struct ParagraphRegions: Sendable {
  /// The value number of each paragraph's region, by id; 0 for the report's region.
  var numbers: [UInt32] = []
  /// The regions by value number; `nil` for numbers of other values.
  var values: [Region?] = []
}
