import ReportSearch

/// The part of a list that a page has room for, and what it leaves out.
struct ShownPart {
  /// The positions that are shown, in the order of the list.
  let positions: [Int]
  /// The number of entries that are not shown because there is no room.
  let leftCount: Int
  /// The number of their matches.
  let leftMatches: Int
  /// The number of entries that are not shown because they are no candidates.
  let blankCount: Int

  /// Which entries are kept.
  enum Choice {
    /// The last of the list: the newest years.
    case last
    /// Those with the most matches; of equal ones the first.
    case largest

    /// The choice that fits a facet.
    init(_ facet: Facet?) {
      self = facet == .mentionYear || facet == .reportYear ? .last : .largest
    }
  }

  /// Keeps a number of entries.
  ///
  /// - Parameters:
  ///   - matches: The matches of each entry of the list.
  ///   - candidates: The positions that may be shown, ascending; `nil` for all.
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
