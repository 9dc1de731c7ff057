/// Collects the occurrences of a single character.
///
/// The index stores pairs of characters, so each occurrence of a character is the first character
/// of one term. The doclists of all terms that begin with the character are merged.
struct CharacterPostings {
  private var rows: [UInt32] = []
  private var positions: [UInt32] = []
  private let paragraphLimit: Int

  /// - Parameter paragraphLimit: The exclusive upper bound of paragraph ids.
  init(paragraphLimit: Int) { self.paragraphLimit = paragraphLimit }

  /// Adds the doclist of a term.
  ///
  /// - Throws: As ``PostingCursor/next()``.
  mutating func add(_ cursor: inout some PostingCursor) throws {
    while try cursor.next() {
      guard cursor.row < paragraphLimit else {
        throw UnreadablePages.paragraph(Int(cursor.row))
      }
      var decoder = PositionDecoder(cursor.positions)
      while try decoder.next() {
        rows.append(cursor.row)
        positions.append(decoder.position)
      }
    }
  }

  /// Returns the paragraphs, ascending, with the positions of the character or with their counts.
  ///
  /// - Complexity: O(*n*) in the occurrences and in the paragraph ids.
  func list(withPlaces: Bool) -> MatchList {
    var list = MatchList()
    guard let last = rows.max() else { return list }
    /// First the number of occurrences in each paragraph, then the index at which to insert the
    /// next one.
    var places = [Int](repeating: 0, count: Int(last) + 1)
    for row in rows { places[Int(row)] += 1 }
    guard withPlaces else {
      for row in places.indices where places[row] > 0 {
        list.append(UInt32(row), matchCount: UInt32(places[row]))
      }
      return list
    }
    let counts = places
    var sum = 0
    for row in places.indices { (places[row], sum) = (sum, sum + counts[row]) }
    var ordered = [UInt32](repeating: 0, count: rows.count)
    for (row, position) in zip(rows, positions) {
      ordered[places[Int(row)]] = position
      places[Int(row)] += 1
    }
    for row in counts.indices where counts[row] > 0 {
      let end = places[row]
      ordered[end - counts[row]..<end].sort()
      for position in ordered[end - counts[row]..<end] {
        list.append(FoundMatch(start: position, end: position &+ 1))
      }
      list.endKey(UInt32(row))
    }
    return list
  }
}
