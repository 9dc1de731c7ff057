/// Distinguishes table rows from lines of text and from columns of running text.
///
/// Table cells are aligned: several rows with wide gaps have cells that share a left edge, a right
/// edge or a center. Running text in columns has wide gaps too, but its lines fill their columns.
/// Reading across columns would join unrelated sentences.
enum TableRows {
  /// Returns the tables of a page as ranges of row indices.
  ///
  /// - Parameter rows: The rows of the page from top to bottom.
  static func tables(in rows: [BaselineRow]) -> [Range<Int>] {
    let cells = rows.map { row in row.cells.map(cell) }
    let left = rows.map(\.box.left).min() ?? 0
    let right = rows.map(\.box.right).max() ?? 0
    var tables: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      guard cells[start].count > 1 else {
        start += 1
        continue
      }
      let end = end(ofRunAt: start, rows, cells, widestCell: (right - left) * widestCellShare)
      if isTable(cells[start..<end]) { tables.append(start..<end) }
      start = end
    }
    return tables
  }

  private static func cell(_ members: [BaselineRow.Member]) -> PageBox {
    members.dropFirst().reduce(members[0].piece.box) { $0.union($1.piece.box) }
  }

  /// The maximum width of the only cell in a row, as a share of the text width. A wider cell is a
  /// line of text.
  private static let widestCellShare = 0.6
  /// The maximum number of consecutive one-cell rows inside a table.
  private static let mostSingleRows = 4

  /// Returns the end of a run of rows with several cells, which may have one-cell rows between
  /// them.
  private static func end(
    ofRunAt start: Int, _ rows: [BaselineRow], _ cells: [[PageBox]], widestCell: Double
  ) -> Int {
    var end = start + 1
    var next = end
    while next < rows.count, next - end <= mostSingleRows {
      let distance = rows[next].box.top - rows[next - 1].box.bottom
      guard distance < 4 * max(rows[next].box.height, rows[next - 1].box.height) else { break }
      if cells[next].count > 1 {
        end = next + 1
      } else if cells[next][0].width > widestCell {
        break
      }
      next += 1
    }
    return end
  }

  private static func isTable(_ rows: ArraySlice<[PageBox]>) -> Bool {
    let rows = rows.filter { $0.count > 1 }
    guard rows.count > 1, !isRunningText(rows) else { return false }
    // The lines of multi-line cells in different columns alternate, so a row is compared with
    // several rows above it.
    let aligned = rows.indices.count { place in
      rows[max(0, place - reach)..<place].contains { isAligned($0, rows[place]) }
    }
    return aligned >= 2 || (rows.count == 2 && aligned == 1 && rows[0].count > 2)
  }

  /// The number of preceding rows with which a row is compared.
  private static let reach = 4

  /// Returns true if at least two cells of a row are aligned with cells of another row.
  private static func isAligned(_ upper: [PageBox], _ lower: [PageBox]) -> Bool {
    var count = 0
    var index = 0
    for cell in lower {
      // Both rows are sorted from left to right, so the search continues where it ended.
      while index < upper.count, upper[index].right < cell.left { index += 1 }
      guard index < upper.count else { break }
      if isBelow(upper[index], cell) { count += 1 }
    }
    return count >= 2
  }

  private static func isBelow(_ upper: PageBox, _ lower: PageBox) -> Bool {
    let tolerance = 0.6 * min(upper.height, lower.height)
    return abs(upper.left - lower.left) < tolerance || abs(upper.right - lower.right) < tolerance
      || abs(upper.center - lower.center) < tolerance
  }

  /// Returns true if the cells are lines of text columns: at least 60% of the cells in each column
  /// reach its right edge.
  private static func isRunningText(_ rows: [[PageBox]]) -> Bool {
    guard rows.count >= 3 else { return false }
    let columns = columns(of: rows.flatMap(\.self))
    guard columns.count > 1 else { return false }
    return columns.allSatisfy { column in
      let right = column.map(\.right).max()!
      let left = column.map(\.left).min()!
      let height = column.map(\.height).min()!
      let fullCount = column.count { right - $0.right < 1.5 * height }
      return right - left > 8 * height && fullCount * 10 >= column.count * 6
    }
  }

  /// Groups cells whose horizontal extents overlap.
  private static func columns(of cells: [PageBox]) -> [[PageBox]] {
    var columns: [[PageBox]] = []
    var right = -Double.infinity
    for cell in cells.sorted(by: { $0.left < $1.left }) {
      if cell.left < right {
        columns[columns.count - 1].append(cell)
      } else {
        columns.append([cell])
      }
      right = max(right, cell.right)
    }
    return columns
  }
}
