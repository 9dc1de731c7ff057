/// Finds the paragraphs that have a character: each occurrence of it begins one term, so the lists of all
/// terms that begin with it are put together.
struct CharacterPostings {
  private var rows: [UInt32] = []
  private var positions: [UInt32] = []
  private let paragraphLimit: Int

  /// - Parameter paragraphLimit: The number that ids of paragraphs are less than.
  init(paragraphLimit: Int) { self.paragraphLimit = paragraphLimit }

  /// Takes the list of a term.
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

  /// The paragraphs, ascending, with the places of the character or with their numbers.
  ///
  /// - Complexity: O(*n*) in the occurrences and in the ids of paragraphs.
  func list(withPlaces: Bool) -> MatchList {
    var list = MatchList()
    guard let last = rows.max() else { return list }
    /// First the number of occurrences in each paragraph, then where the next one is put.
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
