extension String {
  /// Returns `true` if one insertion, deletion, substitution or transposition turns this string
  /// into another. Always `false` for strings of two characters or fewer.
  func isWithinOneEdit(of other: String) -> Bool {
    let (left, right) = (Array(self), Array(other))
    guard left != right, abs(left.count - right.count) <= 1, left.count > 2 else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    { end += 1 }
    let (rest, otherRest) = (left[start..<left.count - end], right[start..<right.count - end])
    if rest.count <= 1, otherRest.count <= 1 { return true }
    return rest.count == 2 && otherRest.count == 2 && rest.reversed() == Array(otherRest)
  }
}
