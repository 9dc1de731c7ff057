/// Finds passages that stand in a source before: a scraped page that holds its report six times.
///
/// Reports repeat lines (`各位代表：`), counties copy paragraphs from each other, and both are to be found
/// and counted. So only a long run of lines that all stand in the same order before is taken for the
/// same text once more, and a change of a single character ends it.
enum RepeatedPassages {
  /// Marks the lines of all passages but the first of each.
  ///
  /// - Complexity: O(*n*) in the characters of the lines.
  static func mark(_ lines: inout [SourceLine]) {
    guard lines.count > 1 else { return }
    var places: [String: Int] = [:]
    places.reserveCapacity(lines.count)
    var place = 0
    while place < lines.count {
      let text = lines[place].text
      guard text.utf8.count >= anchorByteCount else {
        place += 1
        continue
      }
      guard let first = places[text] else {
        places[text] = place
        place += 1
        continue
      }
      let passage = passage(in: lines, at: place, like: first)
      if isLong(lines[passage]) {
        for repeated in passage where lines[repeated].chrome == nil {
          lines[repeated] = lines[repeated].with(chrome: .repetition)
        }
      }
      place = max(passage.upperBound, place + 1)
    }
  }

  /// The number of lines that a passage has at least, unless it is very long.
  private static let fewestLines = 10
  /// The number of bytes that a passage of so many lines has at least: a thousand characters.
  private static let fewestBytes = 3 * 1000
  /// The number of bytes from which the number of lines does not matter: some pages have one.
  private static let veryManyBytes = 3 * 5000
  /// The number of bytes of a line that is looked up: short lines stand everywhere.
  private static let anchorByteCount = 3 * 20

  /// The longest run of lines around one that is equal to the run around an earlier one.
  private static func passage(
    in lines: [SourceLine], at place: Int, like first: Int
  ) -> Range<Int> {
    var start = place
    while first > place - start, lines[start - 1].chrome == nil,
      lines[start - 1].text == lines[first - (place - start) - 1].text
    {
      start -= 1
    }
    var end = place
    while end < lines.count, first + (end - place) < start,
      lines[end].text == lines[first + (end - place)].text
    {
      end += 1
    }
    return start..<end
  }

  private static func isLong(_ passage: ArraySlice<SourceLine>) -> Bool {
    let bytes = passage.reduce(0) { $0 + $1.text.utf8.count }
    return bytes >= veryManyBytes || passage.count >= fewestLines && bytes >= fewestBytes
  }
}
