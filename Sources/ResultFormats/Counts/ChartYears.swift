import ReportSearch

/// The years that a picture of counts shows: from the first to the last with a match, and those beside them
/// of which there are texts without a gap.
struct ChartYears {
  /// The years; `nil` if no single year has a match.
  let range: ClosedRange<Int>?

  init(_ tables: some Sequence<CountTable>) {
    var (matched, told) = (Set<Int>(), Set<Int>())
    for table in tables {
      for (row, value) in table.rows.enumerated() {
        guard let year = CountAxis.year(of: value) else { continue }
        told.insert(year)
        let isMatched = table.columns.indices.contains { table[row, $0].found.paragraphs > 0 }
        if isMatched { matched.insert(year) }
      }
    }
    guard var first = matched.min(), var last = matched.max() else {
      range = nil
      return
    }
    while told.contains(first - 1) { first -= 1 }
    while told.contains(last + 1) { last += 1 }
    range = first...last
  }
}
