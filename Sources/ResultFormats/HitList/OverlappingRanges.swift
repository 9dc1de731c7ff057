extension [Range<Int>] {
  /// The ranges with overlapping ones merged. Ranges that only touch stay separate. The ranges must
  /// be in ascending order.
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
