/// Finds the paragraphs in which pairs of characters stand beside one another as in a phrase.
enum PhrasePostings {
  /// Returns the paragraphs, ascending, with the places of the phrase or with their numbers.
  ///
  /// - Parameters:
  ///   - cursors: The lists of the pairs, in front of their first paragraphs; the shortest first.
  ///   - offsets: Where each pair stands in the phrase.
  ///   - length: The number of characters of the phrase.
  /// - Throws: As ``PostingCursor/next()``.
  /// - Complexity: O(*n*) in the shortest list; the others are skipped through.
  static func list<Cursor: PostingCursor>(
    of cursors: [Cursor], offsets: [UInt32], length: Int, withPlaces: Bool
  ) throws -> MatchList {
    // Steps through an array would look at its owners each time.
    let steps = UnsafeMutableBufferPointer<Cursor>.allocate(capacity: cursors.count)
    _ = steps.initialize(from: cursors)
    defer {
      steps.deinitialize()
      steps.deallocate()
    }
    let length = UInt32(length)
    var starts = PhraseStarts()
    defer { starts.deallocate() }
    var list = MatchList()
    while try align(steps) {
      try starts.begin(with: steps[0].positions, offset: offsets[0])
      for place in 1..<steps.count {
        try starts.keep(followedBy: steps[place].positions, offset: offsets[place])
      }
      if withPlaces {
        starts.addPlaces(length: length, row: steps[0].row, to: &list)
      } else {
        let count = starts.separateCount(length: length)
        if count > 0 { list.append(steps[0].row, matchCount: count) }
      }
    }
    return list
  }

  /// Steps to the next paragraph that all pairs have.
  @inline(__always)
  private static func align(
    _ cursors: UnsafeMutableBufferPointer<some PostingCursor>
  ) throws -> Bool {
    guard try cursors[0].next() else { return false }
    var row = cursors[0].row
    var place = 1
    while place < cursors.count {
      guard try cursors[place].seek(to: row) else { return false }
      if cursors[place].row > row {
        guard try cursors[0].seek(to: cursors[place].row) else { return false }
        row = cursors[0].row
        place = 1
      } else {
        place &+= 1
      }
    }
    return true
  }
}
