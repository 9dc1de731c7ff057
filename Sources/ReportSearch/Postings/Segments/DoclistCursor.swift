/// A cursor over the doclist of a term in one segment.
///
/// An entry consists of three parts:
///
/// 1. A row id. The first one of the doclist and of each page is absolute; all others are
///    differences to the one before.
/// 2. A varint whose lowest bit is the deletion flag and whose other bits are the number of bytes
///    of the positions.
/// 3. The positions.
///
/// An entry can continue on the following pages.
struct DoclistCursor: PostingCursor {
  private(set) var row: UInt32 = 0
  private(set) var positions = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  /// The pages of a connection outlive its reads, so the reference can be unowned. Reference
  /// counting would cost more than a step of the cursor.
  private unowned(unsafe) let pages: SegmentPages
  private let list: Doclist
  private var number: Int
  private var page: LeafPage
  /// The byte offset of the next value on the page.
  private var offset: Int
  /// The byte offset at which the doclist's part on this page ends.
  private var end: Int
  /// True if the next row id is absolute.
  private var isWhole = true
  /// A lower bound of the first row id on the next page.
  private var nextPageRow: UInt32 = 0

  /// Creates a cursor before the first paragraph.
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

  /// Skips entries on this page whose row ids are less than a target, without reading their
  /// positions. Unusual entries are left to ``next()``.
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

  /// Moves to the page on which the next entry begins. Returns `false` at the end of the doclist.
  @inline(never)
  private mutating func turnToNextRow() throws -> Bool {
    guard offset == end else { throw unreadable }
    guard let next = try nextPage() else { return false }
    if next.firstRow == 0, next.firstTerm == LeafPage.headerByteCount { return false }
    guard next.firstRow == LeafPage.headerByteCount else { throw unreadable }
    turn(to: number + 1, next, at: next.firstRow)
    return true
  }

  /// Returns the next page if the doclist may continue there; `nil` at its last page. Only the last
  /// page of a doclist can contain the start of another term.
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

  /// Reads an entry that continues on the next page, and joins its parts.
  ///
  /// - Parameter count: The number of bytes of its positions; `nil` if that number is on the next
  ///   page.
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

  /// Skips pages whose row ids are all less than a target: doubles the step, then bisects.
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

  /// Returns the first absolute row id on a page of the doclist; `UInt32.max`, which is greater
  /// than any row id, if no entry begins there. Such a page is read in sequence.
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
