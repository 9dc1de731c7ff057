import Corpus

/// A list of numbers for each paragraph, all in one array.
struct PlaceLists: Sendable {
  /// Where the numbers of each paragraph begin; one more entry says where the last ones end.
  private(set) var bounds: [UInt32] = [0]
  private(set) var places: [UInt32] = []

  /// The numbers of a paragraph, ascending.
  func places(ofParagraph id: UInt32) -> ArraySlice<UInt32> {
    places[Int(bounds[Int(id)])..<Int(bounds[Int(id) + 1])]
  }

  /// Adds a number to the list of the next paragraph.
  mutating func append(_ place: UInt32) { places.append(place) }

  /// Ends the list of the next paragraph.
  mutating func endParagraph() { bounds.append(UInt32(places.count)) }
}

/// The years of all stretches of paragraphs: where each stretch begins, in folded characters, and the
/// number of its years.
struct ParagraphYears: Sendable {
  /// Where stretches begin.
  var starts = PlaceLists()
  /// The number of the years of each stretch: beside ``PlaceLists/places`` of ``starts``.
  var numbers: [UInt32] = []
  /// What each number means; `nil` for numbers of something else.
  var values: [YearSpan?] = []

  /// The number of the years that a place of a paragraph speaks of; 0 for the report's year.
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

/// The regions of paragraphs that are about another than their report.
struct ParagraphRegions: Sendable {
  /// The number of the region of each paragraph, by its id; 0 for its report's.
  var numbers: [UInt32] = []
  /// What each number means; `nil` for numbers of something else.
  var values: [Region?] = []
}
