/// Finds passages that occur earlier in the same source: a scraped page that contains its report
/// six times.
///
/// Repeated lines (`各位代表：`) and paragraphs that counties copy from each other must remain
/// searchable and countable. Therefore only a long run of lines that occurs earlier in the same
/// order is a repetition. A difference of a single character ends the run.
enum RepeatedPassages {
  /// Marks the lines of every repeated passage as boilerplate, except in its first occurrence.
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

  /// The minimum number of lines of a passage shorter than `veryManyBytes`.
  private static let fewestLines = 10
  /// The minimum size of a passage in UTF-8 bytes: a thousand Han characters.
  private static let fewestBytes = 3 * 1000
  /// The size in UTF-8 bytes from which the number of lines does not matter. On some pages, the
  /// whole text is one line.
  private static let veryManyBytes = 3 * 5000
  /// The minimum size, in UTF-8 bytes, of a line that is looked up. Shorter lines recur too often.
  private static let anchorByteCount = 3 * 20

  /// Returns the longest run of lines around `place` that equals the run around `first`. The two do
  /// not overlap.
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
