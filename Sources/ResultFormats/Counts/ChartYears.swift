import ReportSearch

/// The range of years that a chart of counts shows: from the first to the last year with a match,
/// extended in both directions over adjacent years that have texts.
package struct ChartYears: Sendable {
  /// The maximum number of years in a chart; more bars could not be distinguished.
  static let mostYears = 120

  /// The full range; `nil` if no single year has a match.
  let range: ClosedRange<Int>?
  /// The range that fits into a chart: `range` if it has at most `mostYears` years, else the
  /// window of `mostYears` years with the most matches, the latest such window in case of a tie.
  package let drawn: ClosedRange<Int>?

  /// Chooses the range.
  ///
  /// - Parameters:
  ///   - matches: The number of matches of each single year that has any.
  ///   - texts: The single years that have texts.
  package init(matches: [Int: Int], texts: Set<Int>) {
    range = Self.range(of: matches.keys, texts, most: .max)
    guard let range, range.count > Self.mostYears else {
      drawn = range
      return
    }
    let parts = matches.keys.sorted().map { first in
      matches.filter { (first..<first + Self.mostYears).contains($0.key) }
    }
    func count(_ part: [Int: Int]) -> Int { part.values.reduce(0, +) }
    // `max` returns the first of several equal maxima, hence the reversal.
    let densest = parts.reversed().max { count($0) < count($1) }
    drawn = densest.flatMap { Self.range(of: $0.keys, texts, most: Self.mostYears) }
  }

  /// Returns the years without a match that a chart may show: those between the matched years, and
  /// up to `mostYears` before and after them.
  package static func candidates(besides matched: Set<Int>) -> Set<Int> {
    guard let first = matched.min(), let last = matched.max() else { return [] }
    return Set(first - mostYears...last + mostYears).subtracting(matched)
  }

  /// Chooses the range for tables whose rows are years.
  init(_ tables: some Sequence<CountTable>) {
    var (matches, texts) = ([Int: Int](), Set<Int>())
    for table in tables {
      for (row, value) in table.rows.enumerated() {
        guard let year = CountAxis.year(of: value) else { continue }
        texts.insert(year)
        for column in table.columns.indices where table[row, column].found.paragraphs > 0 {
          let found = table[row, column].found
          matches[year, default: 0] += found.matches + found.looseMatches
        }
      }
    }
    self.init(matches: matches, texts: texts)
  }

  /// Returns the range from the first to the last of `years`, extended over adjacent years with
  /// texts up to a length of `most`, first forwards, then backwards.
  private static func range(
    of years: some Collection<Int>, _ texts: Set<Int>, most: Int
  ) -> ClosedRange<Int>? {
    guard var first = years.min(), var last = years.max() else { return nil }
    while texts.contains(last + 1), last - first + 1 < most { last += 1 }
    while texts.contains(first - 1), last - first + 1 < most { first -= 1 }
    return first...last
  }
}
