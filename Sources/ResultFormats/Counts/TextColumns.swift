/// Aligns cells in columns by display width (``DisplayWidth``).
struct TextColumns {
  private let widths: [Int]
  /// The number of leading columns that are left-aligned; the others are right-aligned.
  private let labels: Int

  /// Measures the column widths of lines.
  init(_ lines: [[String]], labels: Int = 1) {
    let count = lines.map(\.count).max() ?? 0
    widths = (0..<count).map { column in
      lines.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max()!
    }
    self.labels = labels
  }

  /// The width of a whole line in terminal cells.
  var width: Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

  /// Returns a line with its cells aligned, without trailing spaces.
  func line(_ cells: [String]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      if column > 0 { line += "  " }
      line += column < labels ? cell + blanks : blanks + cell
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
