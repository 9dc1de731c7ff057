/// A cursor over the doclists of one term in several segments.
///
/// If several segments have an entry for a paragraph, the newest one wins. An entry without
/// positions marks a deletion.
struct MergedCursor: PostingCursor {
  private(set) var row: UInt32 = 0
  private(set) var positions = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  /// The cursors that have not reached their end, the newest segment first.
  private var cursors: [DoclistCursor]

  /// Creates a cursor before the first paragraph.
  ///
  /// - Parameter lists: The doclists, the newest first.
  init(_ lists: [Doclist], in pages: SegmentPages) throws {
    cursors = try lists.map { try DoclistCursor($0, in: pages) }
  }

  mutating func next() throws -> Bool {
    guard row < .max else { return false }
    return try advance(to: row + 1)
  }

  mutating func seek(to target: UInt32) throws -> Bool {
    row >= target && row > 0 ? true : try advance(to: max(target, 1))
  }

  private mutating func advance(to target: UInt32) throws -> Bool {
    var target = target
    while true {
      var place = 0
      while place < cursors.count {
        if try cursors[place].seek(to: target) { place += 1 } else { cursors.remove(at: place) }
      }
      guard let first = cursors.min(by: { $0.row < $1.row }) else { return false }
      (row, positions) = (first.row, first.positions)
      if !positions.isEmpty { return true }
      guard row < .max else { return false }
      target = row + 1
    }
  }
}
