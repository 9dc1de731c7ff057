/// Steps through the list of a term in one segment.
///
/// An entry is a row id (the difference to the one before; whole at the beginning of the list and of each
/// page), then twice the number of bytes of its positions and a bit that says that the paragraph was deleted
/// first, then the positions. Entries may reach over several pages.
struct DoclistCursor: PostingCursor {
  private(set) var row: UInt32 = 0
  private(set) var positions = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  /// The pages of a connection live as long as its reads; counting references would cost more than a step.
  private unowned(unsafe) let pages: SegmentPages
  private let list: Doclist
  private var number: Int
  private var page: LeafPage
  /// The place of what is read next.
  private var offset: Int
  /// Where the part of the list on this page ends.
  private var end: Int
  /// Whether the next row id is whole.
  private var isWhole = true
  /// A number that the first row of the next page is not less than.
  private var nextPageRow: UInt32 = 0

  /// Begins in front of the first paragraph.
  init(_ list: Doclist, in pages: SegmentPages) throws {
    self.list = list
    self.pages = pages
    number = list.page
    page = try pages.page(number, of: list.segment)
    (offset, end) = (list.offset, list.end)
  }

  @inline(__always)
  mutating func next() throws -> Bool {
    if offset >= end {
      guard try turnToNextRow() else { return false }
    }
    let number = Varint.read(page.bytes, at: &offset)
    let (sum, isTooFar) = (isWhole ? 0 : row).addingReportingOverflow(number)
    guard !isTooFar, sum > row else { throw unreadable }
    row = sum
    isWhole = false
    guard offset < end else { return try readTurnedEntry(count: nil) }
    let count = Int(Varint.read(page.bytes, at: &offset) &>> 1)
    guard count <= end &- offset else { return try readTurnedEntry(count: count) }
    positions = UnsafeBufferPointer(start: page.bytes + offset, count: count)
    offset &+= count
    return true
  }

  @inline(__always)
  mutating func seek(to target: UInt32) throws -> Bool {
    if row >= target { return true }
    if number < list.lastPage, nextPageRow <= target { try skipPages(to: target) }
    repeat {
      skipEntries(before: target)
      guard try next() else { return false }
    } while row < target
    return true
  }

  /// Steps over entries on this page whose rows are less than a number, without looking at their positions.
  /// Whatever is not an entry like most is left to ``next()``.
  @inline(__always)
  private mutating func skipEntries(before target: UInt32) {
    guard !isWhole else { return }
    let (bytes, end) = (page.bytes, end)
    var (place, last) = (offset, row)
    while place < end {
      var next = place
      let row = last &+ Varint.read(bytes, at: &next)
      guard row < target, row > last, next < end else { break }
      let count = Int(Varint.read(bytes, at: &next) &>> 1)
      next &+= count
      guard next <= end else { break }
      (place, last) = (next, row)
    }
    (offset, row) = (place, last)
  }

  /// Turns to the page on which the next entry begins; `false` if the list has ended.
  @inline(never)
  private mutating func turnToNextRow() throws -> Bool {
    guard offset == end else { throw unreadable }
    guard let next = try nextPage() else { return false }
    if next.firstRow == 0, next.firstTerm == LeafPage.headerByteCount { return false }
    guard next.firstRow == LeafPage.headerByteCount else { throw unreadable }
    turn(to: number + 1, next, at: next.firstRow)
    return true
  }

  /// The next page, if the list may go on there: only the last page to which it can reach has another term.
  private func nextPage() throws -> LeafPage? {
    guard number < list.lastPage else {
      let mayEnd = end < page.bodyEnd || page.hasTerm || number == list.segment.pages.upperBound
      guard mayEnd else { throw unreadable }
      return nil
    }
    let next = try pages.page(number + 1, of: list.segment)
    if next.hasTerm, number + 1 < list.lastPage { throw unreadable }
    return next
  }

  /// Reads an entry that goes on behind this page.
  ///
  /// - Parameter count: The number of bytes of its positions; `nil` if it stands on the next page.
  @inline(never)
  private mutating func readTurnedEntry(count known: Int?) throws -> Bool {
    var joined: [UInt8] = []
    var count = known
    while count == nil || joined.count < count! {
      if offset == end {
        guard number < list.lastPage, end == page.bodyEnd else { throw unreadable }
        turn(
          to: number + 1, try pages.page(number + 1, of: list.segment), at: LeafPage.headerByteCount
        )
        if page.firstRow != 0 { end = page.firstRow }
      }
      guard offset < end else { throw unreadable }
      if count == nil {
        count = Int(Varint.read(page.bytes, at: &offset) &>> 1)
        guard offset <= end else { throw unreadable }
      }
      let part = min(count! - joined.count, end - offset)
      joined += UnsafeBufferPointer(start: page.bytes + offset, count: part)
      offset += part
    }
    guard offset == end else { throw unreadable }
    end = page.firstTerm
    positions = pages.keep(joined)
    return true
  }

  /// Steps over pages whose rows are all less than a number: over ever more pages at once, then back by
  /// halves.
  private mutating func skipPages(to target: UInt32) throws {
    var lower = number
    var upper = list.lastPage + 1
    var step = 1
    while lower + step < upper {
      guard try firstRow(ofPage: lower + step) <= target else {
        upper = lower + step
        break
      }
      lower += step
      step *= 2
    }
    while lower + 1 < upper {
      let middle = (lower + upper) / 2
      if try firstRow(ofPage: middle) <= target { lower = middle } else { upper = middle }
    }
    if lower > number {
      let page = try pages.page(lower, of: list.segment)
      turn(to: lower, page, at: page.firstRow)
    }
    nextPageRow = upper <= list.lastPage ? try firstRow(ofPage: upper) : .max
  }

  /// The first row that begins on a page of the list. A page on which none does is read in its turn: no row
  /// is so great.
  private func firstRow(ofPage number: Int) throws -> UInt32 {
    let page = try pages.page(number, of: list.segment)
    return page.firstRow == 0 ? .max : page.firstRowID
  }

  private mutating func turn(to number: Int, _ page: LeafPage, at offset: Int) {
    self.number = number
    self.page = page
    self.offset = offset
    end = page.firstTerm
    isWhole = true
    nextPageRow = 0
  }

  private var unreadable: UnreadablePages { .page(list.segment.row(ofPage: number)) }
}
