/// The left and the right edge of running text.
struct TextFrame: Hashable, Sendable {
  /// Where lines begin that are not indented.
  var left: Double
  /// Where lines end that are full.
  var right: Double

  /// The width.
  var width: Double { right - left }
}

/// Finds the edges of the text around each line.
///
/// Lines in one column of one page share their edges: most lines begin at the left one and end at the
/// right one. A column of few lines tells too little; it takes the edges of a longer column that it
/// fits in, those of pages on the same side of the paper first.
enum TextFrames {
  /// Numbers the columns, and sets the edges of every line.
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

  /// Whether a line is not below the one before it, but on another page or beside it.
  private static func beginsColumn(_ line: TextLine, below last: TextLine) -> Bool {
    guard line.page == last.page, line.pageColumn == last.pageColumn else { return true }
    if line.isRow != last.isRow { return false }
    return line.box.middle < last.box.top
  }

  /// The edges of a column, and how sure they are.
  private struct Frame {
    var edges: TextFrame
    /// The outermost edges of its lines.
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

  /// The first place from the left at which several lines begin.
  private static func leftEdge(_ lefts: [Double], em: Double) -> Double {
    let needed = max(min(2, lefts.count), lefts.count / 8)
    for (index, left) in lefts.enumerated() {
      let last = index + needed - 1
      if last < lefts.count, lefts[last] - left < 0.4 * em { return left }
    }
    return lefts[0]
  }

  /// The place at which most lines end; in text that is not justified, where the longest do.
  private static func rightEdge(_ rights: [Double], em: Double) -> Double {
    let longest = rights[rights.count - 1]
    var (best, bestCount) = (longest, 0)
    var start = 0
    for (index, right) in rights.enumerated() where right > longest - 4 * em {
      while rights[start] < right - 0.3 * em { start += 1 }
      if index - start + 1 >= bestCount { (best, bestCount) = (right, index - start + 1) }
    }
    if bestCount * 3 >= rights.count { return best }
    // Punctuation may hang over the edge.
    let needed = max(1, rights.count / 10)
    return rights[rights.count - needed]
  }

  private struct UsualFrame {
    let edges: TextFrame
    let isOddPage: Bool
    var columnCount: Int
  }

  /// The edges of the long columns.
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

  /// The usual edges that lines fit in whose own edges do not tell enough, or `nil` if there are none.
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
