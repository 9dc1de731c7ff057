extension [Range<Int>] {
  /// The ranges, which ascend, with those that overlap as one: what is marked is marked once, and neighbours
  /// stay apart.
  package var overlapsUnited: [Range<Int>] {
    var united: [Range<Int>] = []
    for range in self {
      if let last = united.last, range.lowerBound < last.upperBound {
        united[united.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    return united
  }
}
