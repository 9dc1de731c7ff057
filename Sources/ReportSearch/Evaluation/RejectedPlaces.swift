/// Rejected matches, resolved to the paragraph ids of an index.
struct RejectedPlaces {
  private var ranges: [UInt32: Set<Range<UInt32>>] = [:]
  /// The identifiers of matches whose paragraphs are not in the index.
  private(set) var unknown: [String] = []

  /// True if no match is rejected.
  var isEmpty: Bool { ranges.isEmpty }

  /// Creates an empty value.
  init() {}

  /// Resolves the paragraphs of rejected matches.
  ///
  /// - Complexity: O(*n*) in the paragraphs of the index; O(1) if nothing is rejected.
  init(
    of rejected: RejectedHits, attributes: ParagraphAttributes, columns: DocValues
  ) throws {
    guard !rejected.rows.isEmpty else { return }
    let ids = Dictionary(
      try columns.reports().map { ($0.value.identifier, $0.key) }, uniquingKeysWith: min)
    var first: [UInt32: Int] = [:]
    for (id, report) in attributes.reports.enumerated() where first[report] == nil {
      first[report] = id
    }
    for row in rejected.rows {
      guard let report = ids[row.report], let start = first[report],
        row.number > 0, row.number <= attributes.reports.count - start,
        attributes.reports[start + row.number - 1] == report
      else {
        unknown.append(row.hitID)
        continue
      }
      ranges[UInt32(start + row.number - 1), default: []].insert(row.range)
    }
  }

  /// Returns the matches without the rejected ones, and the number of matches removed.
  func remaining(of found: MatchList) -> (matches: MatchList, rejected: Int) {
    guard !isEmpty else { return (found, 0) }
    var rejected = 0
    let kept = found.keepingMatches { id, match in
      let isRejected = ranges[id]?.contains(match.start..<match.end) ?? false
      if isRejected { rejected += 1 }
      return !isRejected
    }
    return (kept, rejected)
  }
}
