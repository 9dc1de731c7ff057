/// The gutters of a page: the empty strips between columns of text.
struct PageGutters: Hashable {
  /// The x-coordinates of the gutters in ascending order, in points from the left edge of the page.
  private let places: [Double]

  /// Finds at most four gutters, each of which lies in at least three gaps.
  ///
  /// - Parameter gaps: The left and right edge of the gap between each two horizontally adjacent
  ///   lines.
  init(between gaps: [(left: Double, right: Double)]) {
    var places: [Double] = []
    var rest = gaps
    while rest.count >= Self.fewestGaps, places.count < Self.mostGutters {
      let place = Self.commonPlace(in: rest)
      let others = rest.filter { !($0.left <= place && place <= $0.right) }
      guard rest.count - others.count >= Self.fewestGaps else { break }
      places.append(place)
      rest = others
    }
    self.places = places.sorted()
  }

  private static let fewestGaps = 3
  private static let mostGutters = 4

  /// Returns an x-coordinate that lies in the largest number of gaps.
  private static func commonPlace(in gaps: [(left: Double, right: Double)]) -> Double {
    let edges =
      gaps.map { (place: $0.left, step: 1) } + gaps.map { (place: $0.right, step: -1) }
    var (count, best, bestCount) = (0, 0.0, 0)
    let sorted = edges.sorted { ($0.place, -$0.step) < ($1.place, -$1.step) }
    for (index, edge) in sorted.enumerated() {
      count += edge.step
      if count > bestCount {
        bestCount = count
        best = (edge.place + sorted[min(index + 1, sorted.count - 1)].place) / 2
      }
    }
    return best
  }

  /// Returns a number that identifies the columns that a rectangle overlaps.
  ///
  /// Rectangles that span the same columns have the same number. The number has one base-3 digit
  /// for each gutter: 0 left of it, 1 right of it, 2 across it.
  func column(of box: PageBox) -> Int {
    places.reduce(0) { column, place in
      column * 3 + (box.right <= place ? 0 : box.left >= place ? 1 : 2)
    }
  }
}
