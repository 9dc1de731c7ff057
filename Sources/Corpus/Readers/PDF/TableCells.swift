/// A table cell with its lines from top to bottom.
struct TableCell: Hashable, Sendable {
  /// The lines; never empty.
  fileprivate(set) var lines: [LinePiece]
  /// The bounding box of all lines.
  fileprivate(set) var box: PageBox

  fileprivate init(_ line: LinePiece) {
    lines = [line]
    box = line.box
  }

  /// The lines joined into one text.
  var text: String {
    var text = ""
    for line in lines { LineText.append(LineText.text(of: line), to: &text) }
    return text
  }
}

/// Finds the cells of a table and joins the lines of multi-line cells where they are unambiguous.
///
/// If each line were a row, a phrase that is broken inside its cell could not be found. The only
/// evidence for the end of a row is the vertical gaps: gaps inside cells are smaller than gaps
/// between rows. Each gap that is clearly smaller than the next larger one is a candidate for the
/// threshold. The candidate that joins the most lines is used. Lines are joined only if at most one
/// of them has a cell in the first column, and if no number is above another line of its cell.
/// Otherwise each line is a row.
enum TableCells {
  /// Returns the rows of a table, each with its cells from left to right.
  static func rows(of rows: ArraySlice<BaselineRow>) -> [[TableCell]] {
    let lines = lines(of: rows)
    let gaps = gaps(between: lines)
    guard let first = firstColumn(of: lines), let threshold = threshold(lines, gaps, first) else {
      return lines
    }
    return bands(of: lines, gaps, upTo: threshold).flatMap { band in
      joined(lines[band], firstColumn: first).map { [$0] } ?? Array(lines[band])
    }
  }

  // MARK: Cells of one line

  /// Returns the cells of each baseline.
  ///
  /// Cells that are nearly full can arrive as one piece. Such a piece is split before a word at the
  /// left edge of a column if the gap is wider than the gaps around digits.
  private static func lines(of rows: ArraySlice<BaselineRow>) -> [[TableCell]] {
    let edges = rows.flatMap { row in row.cells.dropFirst().map { $0[0].piece.box.left } }.sorted()
    return rows.map { row in
      row.cells.flatMap { cell -> [TableCell] in
        guard cell.count == 1 else {
          return [LinePiece(cell.flatMap(\.piece.words))].compactMap { $0.map(TableCell.init) }
        }
        return cut(cell[0].piece, at: edges).map(TableCell.init)
      }
    }
  }

  private static func cut(_ piece: LinePiece, at edges: [Double]) -> [LinePiece] {
    var pieces: [[PageWord]] = [[piece.words[0]]]
    for (last, word) in zip(piece.words, piece.words.dropFirst()) {
      let isCell =
        word.box.left - last.box.right > 0.45 * piece.em
        && hasNeighbor(word.box.left, in: edges, within: 0.3 * piece.em)
      if isCell { pieces.append([word]) } else { pieces[pieces.count - 1].append(word) }
    }
    return pieces.compactMap { LinePiece($0) }
  }

  private static func hasNeighbor(
    _ edge: Double, in edges: [Double], within tolerance: Double
  ) -> Bool {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < edge - tolerance { low = middle + 1 } else { high = middle }
    }
    return low < edges.count && edges[low] <= edge + tolerance
  }

  // MARK: Cells of several lines

  /// Returns the vertical gap above each baseline, in points. The gap is negative if lines overlap,
  /// and infinite above the first.
  private static func gaps(between lines: [[TableCell]]) -> [Double] {
    var bottom = -Double.infinity
    return lines.map { line in
      defer { bottom = max(bottom, line.map(\.box.bottom).max()!) }
      return line.map(\.box.top).min()! - bottom
    }
  }

  /// Returns the extent of the first column: the union of the first cells of the lines with the
  /// most cells.
  private static func firstColumn(of lines: [[TableCell]]) -> PageBox? {
    let most = lines.map(\.count).max() ?? 0
    let first = lines.filter { $0.count == most }.map { $0[0].box }
    return first.dropFirst().reduce(first.first) { $0?.union($1) }
  }

  /// Returns the largest gap inside cells in points, or `nil` if each line is a row.
  private static func threshold(
    _ lines: [[TableCell]], _ gaps: [Double], _ firstColumn: PageBox
  ) -> Double? {
    let heights = lines.map { $0[0].box.height }.sorted()
    let step = heights[heights.count / 2] / 4
    var candidates: [Double] = []
    let sorted = gaps.dropFirst().sorted()
    for (gap, next) in zip(sorted, sorted.dropFirst()) where next > gap + step {
      candidates.append(gap)
    }
    var (best, bestCount): (Double?, Int) = (nil, 0)
    for candidate in candidates.prefix(mostCandidates) {
      let count = bands(of: lines, gaps, upTo: candidate).reduce(0) { count, band in
        count + (joined(lines[band], firstColumn: firstColumn) != nil ? band.count : 0)
      }
      if count > bestCount { (best, bestCount) = (candidate, count) }
    }
    return best
  }

  private static let mostCandidates = 8

  private static func bands(
    of lines: [[TableCell]], _ gaps: [Double], upTo threshold: Double
  ) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst() where gaps[index] > threshold {
      bands.append(start..<index)
      start = index
    }
    bands.append(start..<lines.count)
    return bands
  }

  /// Returns the cells of several lines joined into one row, or `nil` if they are not clearly one
  /// row.
  private static func joined(
    _ lines: ArraySlice<[TableCell]>, firstColumn: PageBox
  ) -> [TableCell]? {
    guard (2...mostLines).contains(lines.count) else { return nil }
    let wholeCount = lines.count { $0.count > 1 && overlap($0[0].box, firstColumn) }
    guard wholeCount <= 1 else { return nil }
    var cells: [TableCell] = []
    for cell in lines.joined().sorted(by: { $0.box.left < $1.box.left }) {
      if let last = cells.last, overlap(last.box, cell.box) {
        cells[cells.count - 1].lines += cell.lines
        cells[cells.count - 1].box = last.box.union(cell.box)
      } else {
        cells.append(cell)
      }
    }
    for index in cells.indices {
      cells[index].lines.sort { $0.box.top < $1.box.top }
      guard isBrokenText(cells[index]) else { return nil }
    }
    return cells.count > 1 ? cells : nil
  }

  private static let mostLines = 40

  private static func overlap(_ one: PageBox, _ other: PageBox) -> Bool {
    one.left < other.right && other.left < one.right
  }

  /// Returns true if the lines of a cell can be one text: they do not overlap vertically, and all
  /// lines but the last contain Chinese characters and nearly fill the cell.
  private static func isBrokenText(_ cell: TableCell) -> Bool {
    zip(cell.lines, cell.lines.dropFirst()).allSatisfy { upper, lower in
      upper.box.sharedHeight(with: lower.box) < 0.5 && upper.wideCount > 0
        && upper.box.width > 0.6 * cell.box.width
    }
  }
}
