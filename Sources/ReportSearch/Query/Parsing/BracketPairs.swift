/// The matching pairs of brackets in a query, outside quotations.
///
/// All offsets are in Unicode scalars of the query.
struct BracketPairs {
  /// The offset of the matching bracket, by the offset of each bracket that has one.
  private(set) var partners: [Int: Int] = [:]
  /// True if a token can begin at the current character: at the start, and after white space, `|`
  /// or an opening bracket.
  private var isStart = true
  private var open: [Int] = []

  /// Finds the matching pairs of brackets.
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
