/// Tells which brackets of a query belong together, outside quotations.
struct BracketPairs {
  /// The place of the partner of each bracket that has one.
  private(set) var partners: [Int: Int] = [:]
  /// Where a character stands behind white space, an operator or a bracket: where a token begins.
  private var isStart = true
  private var open: [Int] = []

  /// Finds the pairs.
  ///
  /// - Complexity: O(*n*).
  init(of source: QuerySource) {
    var place = 0
    while place < source.count {
      if isStart, let value = source.fieldValue(at: place)?.start { place = value }
      if isStart, let end = source.quotationEnd(at: place) {
        isStart = false
        place = end
        continue
      }
      guard place < source.count else { return }
      if source.escapes(at: place) {
        isStart = false
        place += 2
        continue
      }
      take(source.sign(at: place), at: place, isSpace: source.scalars[place].isSpace)
      place += 1
    }
  }

  private mutating func take(_ sign: Unicode.Scalar?, at place: Int, isSpace: Bool) {
    switch sign {
    case "(":
      open.append(place)
      isStart = true
    case ")":
      if let partner = open.popLast() {
        partners[place] = partner
        partners[partner] = place
      }
      isStart = false
    case "|": isStart = true
    case "-", "~", "@": break
    default: isStart = isSpace
    }
  }
}
