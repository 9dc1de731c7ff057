import ReportSearch

/// The years that a chart of counts shows: from the first to the last with a match, and the years before and
/// after them of which there are texts without a gap.
public struct ChartYears: Sendable {
  /// The most years of a chart; the bars of more cannot be told apart.
  static let mostYears = 120

  /// The years; `nil` if no single year has a match.
  let range: ClosedRange<Int>?
  /// The years that a chart has room for: ``range``, or those of its parts of ``mostYears`` years with
  /// the most matches, the latest of several.
  public let drawn: ClosedRange<Int>?

  /// Chooses years.
  ///
  /// - Parameters:
  ///   - matches: The matches of each single year that has any.
  ///   - texts: The single years of which there are texts.
  public init(matches: [Int: Int], texts: Set<Int>) {
    range = Self.range(of: matches.keys, texts, most: .max)
    guard let range, range.count > Self.mostYears else {
      drawn = range
      return
    }
    let parts = matches.keys.sorted().map { first in
      matches.filter { (first..<first + Self.mostYears).contains($0.key) }
    }
    func count(_ part: [Int: Int]) -> Int { part.values.reduce(0, +) }
    // `max` returns the first of several that are equal.
    let densest = parts.reversed().max { count($0) < count($1) }
    drawn = densest.flatMap { Self.range(of: $0.keys, texts, most: Self.mostYears) }
  }

  /// Returns the years that may be drawn because there are texts of them, next to or between years with a
  /// match.
  public static func candidates(besides matched: Set<Int>) -> Set<Int> {
    guard let first = matched.min(), let last = matched.max() else { return [] }
    return Set(first - mostYears...last + mostYears).subtracting(matched)
  }

  /// Chooses years for the counts of tables whose rows are years.
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

  /// The years from the first to the last of some, and as many of those before and after them with texts as
  /// a length allows.
  private static func range(
    of years: some Collection<Int>, _ texts: Set<Int>, most: Int
  ) -> ClosedRange<Int>? {
    guard var first = years.min(), var last = years.max() else { return nil }
    while texts.contains(last + 1), last - first + 1 < most { last += 1 }
    while texts.contains(first - 1), last - first + 1 < most { first -= 1 }
    return first...last
  }
}
