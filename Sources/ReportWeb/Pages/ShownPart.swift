import ReportSearch

/// The entries of a list that fit on a page, and the numbers of those that are omitted.
struct ShownPart {
  /// The indices of the shown entries, ascending.
  let positions: [Int]
  /// The number of candidates that are omitted because of the limit.
  let leftCount: Int
  /// The number of matches of these omitted candidates.
  let leftMatches: Int
  /// The number of entries that are not candidates.
  let blankCount: Int

  /// The entries to keep.
  enum Choice {
    /// The last entries: the most recent years.
    case last
    /// The entries with the most matches; among equal ones, the first.
    case largest

    /// Creates the choice for a facet.
    init(_ facet: Facet?) {
      self = facet == .mentionYear || facet == .reportYear ? .last : .largest
    }
  }

  /// Selects at most `limit` entries.
  ///
  /// - Parameters:
  ///   - matches: The number of matches of each entry of the list.
  ///   - candidates: The indices of the entries that may be shown, ascending; `nil` for all.
  init(
    of matches: [Int], candidates: [Int]? = nil, limit: Int, keeping choice: Choice
  ) {
    let candidates = candidates ?? Array(matches.indices)
    switch choice {
    case .last: positions = candidates.suffix(limit)
    case .largest:
      positions = candidates.sorted { (matches[$1], $0) < (matches[$0], $1) }
        .prefix(limit).sorted()
    }
    leftCount = candidates.count - positions.count
    func sum(_ positions: [Int]) -> Int { positions.reduce(0) { $0 + matches[$1] } }
    leftMatches = sum(candidates) - sum(positions)
    blankCount = matches.count - candidates.count
  }
}
