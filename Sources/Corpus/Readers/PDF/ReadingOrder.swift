/// Sorts the rows of a page into reading order.
enum ReadingOrder {
  /// Returns the lines of a page in reading order. Every piece of its rows is in one of them.
  ///
  /// If nothing outside tables is side by side, the order is from top to bottom. On other pages the
  /// order of `pdftotext` is used, because it detects columns. A table takes the position of its
  /// first piece.
  static func lines(of rows: [BaselineRow], page: Int) -> [TextLine] {
    let tables = TableRows.tables(in: rows)
    var lines: [(key: (Int, Int), line: TextLine)] = []
    var next = 0
    for table in tables + [rows.count..<rows.count] {
      for row in next..<table.lowerBound {
        for group in rows[row].lines {
          guard let line = LinePiece(group.flatMap(\.piece.words)) else { continue }
          lines.append(((group[0].place, row), TextLine(line, page: page)))
        }
      }
      let place = rows[table].flatMap { $0.members.map(\.place) }.min() ?? 0
      for (number, cells) in TableCells.rows(of: rows[table]).enumerated() {
        lines.append(((place, table.lowerBound + number), TextLine(cells, page: page)))
      }
      next = table.upperBound
    }
    let gaps = gaps(in: lines.map(\.line))
    if gaps.isEmpty { return lines.map(\.line) }
    let gutters = PageGutters(between: gaps)
    return lines.sorted { $0.key < $1.key }.map { entry in
      var line = entry.line
      line.pageColumn = gutters.column(of: line.box)
      return line
    }
  }

  /// Returns the horizontal gaps between consecutive lines that overlap vertically, as in columns.
  ///
  /// Gaps between two table rows are ignored.
  ///
  /// - Parameter lines: The lines from top to bottom.
  private static func gaps(in lines: [TextLine]) -> [(left: Double, right: Double)] {
    zip(lines, lines.dropFirst()).compactMap { upper, lower in
      guard !upper.isRow || !lower.isRow, upper.box.sharedHeight(with: lower.box) > 0.3 else {
        return nil
      }
      if upper.box.right <= lower.box.left { return (upper.box.right, lower.box.left) }
      if lower.box.right <= upper.box.left { return (lower.box.right, upper.box.left) }
      return nil
    }
  }
}
