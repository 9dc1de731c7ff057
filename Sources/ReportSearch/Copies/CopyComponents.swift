/// Connected components of numbers, from the pairs that were joined (union-find, Tarjan 1975).
struct CopyComponents {
  /// The first number that is kept in the array.
  private let firstDense: UInt32
  private var dense: [UInt32]
  private var sparse: [UInt32: UInt32] = [:]
  private var joined: [Bool]

  /// Creates one component for each number.
  ///
  /// - Parameter dense: The numbers that are used most, which are kept in an array. Other numbers
  ///   are allowed.
  init(dense: Range<UInt32>) {
    firstDense = dense.lowerBound
    self.dense = Array(dense)
    joined = Array(repeating: false, count: dense.count)
  }

  /// Returns the representative of a number's component.
  ///
  /// - Complexity: Amortized nearly O(1).
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

  /// Joins the components of two representatives, and returns the representative of the result,
  /// which is the lower one.
  mutating func join(_ left: UInt32, _ right: UInt32) -> UInt32 {
    let (lower, upper) = (min(left, right), max(left, right))
    guard lower != upper else { return lower }
    setParent(lower, of: upper)
    for number in [lower, upper] where dense.indices.contains(place(of: number)) {
      joined[place(of: number)] = true
    }
    return lower
  }

  /// Returns `true` if a number was never joined with another. The number must be in the dense
  /// range.
  func isAlone(_ number: UInt32) -> Bool {
    dense[place(of: number)] == number && !joined[place(of: number)]
  }

  @inline(__always)
  private func place(of number: UInt32) -> Int { Int(number) &- Int(firstDense) }

  @inline(__always)
  private func parent(of number: UInt32) -> UInt32 {
    let place = place(of: number)
    return dense.indices.contains(place) ? dense[place] : sparse[number] ?? number
  }

  @inline(__always)
  private mutating func setParent(_ parent: UInt32, of number: UInt32) {
    let place = place(of: number)
    if dense.indices.contains(place) { dense[place] = parent } else { sparse[number] = parent }
  }
}
