/// The left and right edge of running text, in points from the left edge of the page.
struct TextFrame: Hashable, Sendable {
  /// The position at which lines without an indent begin.
  var left: Double
  /// The position at which full lines end.
  var right: Double

  var width: Double { right - left }
}

/// Finds the edges of the text column around each line.
///
/// Lines in one column of a page share their edges: most lines begin at the left edge and end at
/// the right edge. A column of few lines is not enough evidence. It takes the edges of a longer
/// column into which it fits, preferably from a page of the same parity (left or right page).
enum TextFrames {
  /// Numbers the columns and sets the frame of every line.
  static func set(in lines: inout [TextLine]) {
    var columns: [Range<Int>] = []
    var start = 0
    for index in lines.indices {
      if index > start, beginsColumn(lines[index], below: lines[index - 1]) {
        columns.append(start..<index)
        start = index
      }
      lines[index].column = columns.count
    }
    if start < lines.count { columns.append(start..<lines.count) }
    let own = columns.map { column in frame(of: lines[column].filter { !$0.isRow }) }
    let usual = usualFrames(own, columns: columns, lines: lines)
    for (frame, column) in zip(own, columns) {
      guard var frame else { continue }
      if let better = better(than: frame, on: lines[column.lowerBound].page, among: usual) {
        frame = better
      }
      for index in column { lines[index].frame = frame.edges }
    }
  }

  /// Returns true if a line does not continue the column of the previous line: it is on another
  /// page, in another page column, or above the previous line.
  private static func beginsColumn(_ line: TextLine, below last: TextLine) -> Bool {
    guard line.page == last.page, line.pageColumn == last.pageColumn else { return true }
    if line.isRow != last.isRow { return false }
    return line.box.middle < last.box.top
  }

  /// The edges of a column, with the figures that show how reliable they are.
  private struct Frame {
    var edges: TextFrame
    /// The smallest left edge and the largest right edge of its lines.
    let extent: TextFrame
    let lineCount: Int
    let em: Double
  }

  private static func frame(of lines: [TextLine]) -> Frame? {
    guard !lines.isEmpty else { return nil }
    let em = lines.map(\.em).sorted()[lines.count / 2]
    let lefts = lines.map(\.box.left).sorted()
    let rights = lines.map(\.box.right).sorted()
    return Frame(
      edges: TextFrame(
        left: leftEdge(lefts, em: em), right: max(rightEdge(rights, em: em), lefts[0])),
      extent: TextFrame(left: lefts[0], right: rights[rights.count - 1]),
      lineCount: lines.count, em: em)
  }

  /// Returns the leftmost position at which several lines begin.
  ///
  /// At least two lines, and an eighth of all lines, must begin within 0.4 em. If there is no such
  /// position, returns the smallest left edge.
  ///
  /// - Parameter lefts: The left edges in ascending order; not empty.
  private static func leftEdge(_ lefts: [Double], em: Double) -> Double {
    let needed = max(min(2, lefts.count), lefts.count / 8)
    for (index, left) in lefts.enumerated() {
      let last = index + needed - 1
      if last < lefts.count, lefts[last] - left < 0.4 * em { return left }
    }
    return lefts[0]
  }

  /// Returns the position at which most lines end; in text that is not justified, the end of the
  /// longest lines.
  ///
  /// The densest group of right edges within 0.3 em counts if it contains at least a third of the
  /// lines.
  ///
  /// - Parameter rights: The right edges in ascending order; not empty.
  private static func rightEdge(_ rights: [Double], em: Double) -> Double {
    let longest = rights[rights.count - 1]
    var (best, bestCount) = (longest, 0)
    var start = 0
    for (index, right) in rights.enumerated() where right > longest - 4 * em {
      while rights[start] < right - 0.3 * em { start += 1 }
      if index - start + 1 >= bestCount { (best, bestCount) = (right, index - start + 1) }
    }
    if bestCount * 3 >= rights.count { return best }
    // Hanging punctuation can exceed the edge, so the longest tenth of the lines is skipped.
    let needed = max(1, rights.count / 10)
    return rights[rights.count - needed]
  }

  private struct UsualFrame {
    let edges: TextFrame
    let isOddPage: Bool
    var columnCount: Int
  }

  /// Returns the distinct edges of the columns with at least eight lines, the most frequent first.
  private static func usualFrames(
    _ frames: [Frame?], columns: [Range<Int>], lines: [TextLine]
  ) -> [UsualFrame] {
    var usual: [UsualFrame] = []
    for (frame, column) in zip(frames, columns) {
      guard let frame, frame.lineCount >= 8 else { continue }
      let isOddPage = lines[column.lowerBound].page % 2 == 1
      let place = usual.firstIndex {
        $0.isOddPage == isOddPage && abs($0.edges.left - frame.edges.left) < frame.em / 2
          && abs($0.edges.right - frame.edges.right) < frame.em / 2
      }
      if let place {
        usual[place].columnCount += 1
      } else if usual.count < mostUsualFrames {
        usual.append(UsualFrame(edges: frame.edges, isOddPage: isOddPage, columnCount: 1))
      }
    }
    return usual.sorted { $0.columnCount > $1.columnCount }
  }

  private static let mostUsualFrames = 100

  /// Returns the frame with the edges of a longer column into which it fits, or `nil` if no column
  /// matches or the frame's own edges are reliable.
  private static func better(
    than frame: Frame, on page: Int, among usual: [UsualFrame]
  ) -> Frame? {
    let (extent, em) = (frame.extent, frame.em)
    let fitting = usual.filter {
      $0.edges.left < extent.left + em / 2 && extent.left < $0.edges.left + 5 * em
        && extent.right < $0.edges.right + 2 * em
    }
    let isOddPage = page % 2 == 1
    guard let best = fitting.first(where: { $0.isOddPage == isOddPage }) ?? fitting.first else {
      return nil
    }
    let isLikely =
      frame.lineCount < 8 || frame.edges.left > best.edges.left + 0.8 * em
      || frame.edges.right < best.edges.right - 2 * em
    guard isLikely else { return nil }
    var better = frame
    better.edges = best.edges
    return better
  }
}
