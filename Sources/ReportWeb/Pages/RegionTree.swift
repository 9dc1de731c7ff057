import Corpus
import ReportSearch

/// The matches by regions, from provinces down: each number is what a filter by that region finds.
struct RegionTree {
  /// A region that hits can be narrowed to, or one that no filter can name.
  struct Node {
    /// The value of the filter; `nil` if none can name it.
    let value: String?
    let label: String
    /// The number of literal matches.
    var matches = 0
    /// The number of loose matches.
    var looseMatches = 0
    /// True for what is in the chosen region and in none of those below it that are listed.
    var isRemainder = false

    fileprivate mutating func add(_ count: FacetCount) {
      matches += count.matches
      looseMatches += count.looseMatches
    }
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
    let below = nodes(of: divisions(below: division))
    var rest = node(RegionFilter(chosen), value: nil, label: division.name)
    rest.isRemainder = true
    rest.matches -= below.reduce(0) { $0 + $1.matches }
    rest.looseMatches -= below.reduce(0) { $0 + $1.looseMatches }
    return below + (rest.matches + rest.looseMatches > 0 ? [rest] : [])
  }

  private func nodes(of divisions: [Division]) -> [Node] {
    divisions.map { division in
      node(RegionFilter(division.code), value: division.code, label: division.name)
    }.sorted {
      ($1.matches + $1.looseMatches, $0.value!) < ($0.matches + $0.looseMatches, $1.value!)
    }
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
      let found = node(RegionFilter(count.value), value: count.value, label: count.label)
      if !count.value.isEmpty, found.matches + found.looseMatches > 0 { return found }
      var node = Node(value: nil, label: count.label)
      node.add(count)
      return node
    }
  }

  /// What a filter by a region finds.
  private func node(_ filter: RegionFilter, value: String?, label: String) -> Node {
    var node = Node(value: value, label: label)
    for count in counts {
      let region = Region(
        code: Divisions.shared[count.value] == nil ? nil : count.value,
        name: count.label.isEmpty ? nil : count.label, basis: .unknown)
      if filter.contains(region) { node.add(count) }
    }
    return node
  }
}
