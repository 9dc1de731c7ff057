/// Which of some numbers belong together, by the pairs that were joined (union-find, Tarjan 1975).
struct CopyComponents {
  /// Numbers from here on are kept in an array.
  private let firstDense: UInt32
  private var dense: [UInt32]
  private var sparse: [UInt32: UInt32] = [:]

  /// Begins with every number by itself.
  ///
  /// - Parameter dense: The numbers that most is asked about; others may be asked about too.
  init(dense: Range<UInt32>) {
    firstDense = dense.lowerBound
    self.dense = Array(dense)
  }

  /// The number that stands for all that belong together with a number.
  ///
  /// - Complexity: Nearly O(1), over many calls.
  mutating func root(of number: UInt32) -> UInt32 {
    var number = number
    var parent = self.parent(of: number)
    while parent != number {
      let above = self.parent(of: parent)
      if above != parent { setParent(above, of: number) }
      number = parent
      parent = above
    }
    return number
  }

  /// Joins the numbers that belong to two roots, and returns the root of all.
  mutating func join(_ left: UInt32, _ right: UInt32) -> UInt32 {
    let (lower, upper) = (min(left, right), max(left, right))
    if lower != upper { setParent(lower, of: upper) }
    return lower
  }

  @inline(__always)
  private func parent(of number: UInt32) -> UInt32 {
    let place = Int(number) &- Int(firstDense)
    return dense.indices.contains(place) ? dense[place] : sparse[number] ?? number
  }

  @inline(__always)
  private mutating func setParent(_ parent: UInt32, of number: UInt32) {
    let place = Int(number) &- Int(firstDense)
    if dense.indices.contains(place) { dense[place] = parent } else { sparse[number] = parent }
  }
}
