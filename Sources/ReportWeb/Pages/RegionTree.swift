import Corpus
import ReportSearch

/// The matches by region, as a tree with provinces at the top. The number of a selectable region is
/// the number of matches that its filter finds.
struct RegionTree {
  /// A node of the tree. It can be selected if a filter for it exists.
  struct Node {
    /// The value of the filter; `nil` if there is none.
    let value: String?
    let label: String
    /// The number of literal matches.
    var matches = 0
    /// The number of loose matches.
    var looseMatches = 0
    /// True for the matches in the chosen region that lie in none of its listed subdivisions.
    var isRemainder = false

    fileprivate mutating func add(_ count: FacetCount) {
      matches += count.matches
      looseMatches += count.looseMatches
    }
  }

  private let counts: [FacetCount]

  init(_ counts: [FacetCount]) { self.counts = counts }

  /// Returns the regions directly below the chosen one, or the provinces if none is chosen. If
  /// there is only one province, its subdivisions follow it.
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

  /// Returns the divisions with matches directly below a division, ordered by code.
  private func divisions(below parent: Division?) -> [Division] {
    let lines = counts.compactMap { Divisions.shared[$0.value] }.map { division in
      [division] + Divisions.shared.ancestors(of: division)
    }
    return Set(
      lines.compactMap { line in line.first { $0.parent == parent?.code } }
    ).sorted { $0.code < $1.code }
  }

  /// Returns regions without a code, and the matches without a region.
  private func others() -> [Node] {
    counts.filter { Divisions.shared[$0.value] == nil }.map { count in
      let found = node(RegionFilter(count.value), value: count.value, label: count.label)
      if !count.value.isEmpty, found.matches + found.looseMatches > 0 { return found }
      var node = Node(value: nil, label: count.label)
      node.add(count)
      return node
    }
  }

  /// Returns a node with the matches that a region filter finds.
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
