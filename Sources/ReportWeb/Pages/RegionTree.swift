import Corpus
import ReportSearch

/// The matches by regions, from provinces down: each number is what a filter by that region finds.
struct RegionTree {
  /// A region that hits can be narrowed to, or one that no filter can name.
  struct Node {
    /// The value of the filter; `nil` if none can name it.
    let value: String?
    let label: String
    let matches: Int
  }

  private let counts: [FacetCount]

  init(_ counts: [FacetCount]) { self.counts = counts }

  /// The regions below one: provinces below none. Where there is a single one, those below it as well.
  func nodes(below chosen: String?) -> [Node] {
    guard let chosen, let division = RegionFilter(chosen).divisions.first else {
      let top = divisions(below: nil)
      let rest = top.count == 1 ? nodes(of: divisions(below: top[0])) : []
      return nodes(of: top) + rest + others()
    }
    return nodes(of: divisions(below: division))
  }

  private func nodes(of divisions: [Division]) -> [Node] {
    divisions.map { division in
      Node(
        value: division.code, label: division.name, matches: matches(RegionFilter(division.code)))
    }.sorted { ($1.matches, $0.value!) < ($0.matches, $1.value!) }
  }

  /// The divisions directly below one that have matches.
  private func divisions(below parent: Division?) -> [Division] {
    let lines = counts.compactMap { Divisions.shared[$0.value] }.map { division in
      [division] + Divisions.shared.ancestors(of: division)
    }
    return Set(
      lines.compactMap { line in line.first { $0.parent == parent?.code } }
    ).sorted { $0.code < $1.code }
  }

  /// Regions without a code, and what is about none.
  private func others() -> [Node] {
    counts.filter { Divisions.shared[$0.value] == nil }.map { count in
      let found = matches(RegionFilter(count.value))
      let isFound = !count.value.isEmpty && found > 0
      return Node(
        value: isFound ? count.value : nil, label: count.label,
        matches: isFound ? found : count.matches + count.looseMatches)
    }
  }

  /// What a filter by a region finds.
  private func matches(_ filter: RegionFilter) -> Int {
    counts.filter {
      filter.contains(
        Region(
          code: Divisions.shared[$0.value] == nil ? nil : $0.value,
          name: $0.label.isEmpty ? nil : $0.label, basis: .unknown))
    }.reduce(0) { $0 + $1.matches + $1.looseMatches }
  }
}
