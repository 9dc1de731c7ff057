/// Finds phrases by intersecting the doclists of their pairs of characters.
enum PhrasePostings {
  /// Returns the paragraphs, ascending, with the ranges of the phrase or with the number of
  /// occurrences without overlap.
  ///
  /// - Parameters:
  ///   - cursors: The cursors of the pairs, before their first paragraphs; the shortest doclist
  ///     first.
  ///   - offsets: The offset of each pair in the phrase, in characters.
  ///   - length: The number of characters of the phrase.
  /// - Throws: As ``PostingCursor/next()``.
  /// - Complexity: O(*n*) in the shortest doclist; the others are skipped through.
  static func list<Cursor: PostingCursor>(
    of cursors: [Cursor], offsets: [UInt32], length: Int, withPlaces: Bool
  ) throws -> MatchList {
    // An array would check for unique ownership on every access.
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

  /// Advances all cursors to the next paragraph that contains every pair; `false` if there is none.
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
