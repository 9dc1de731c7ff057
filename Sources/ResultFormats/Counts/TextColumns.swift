/// Writes cells below each other by the cells of a terminal that they take.
struct TextColumns {
  private let widths: [Int]
  /// The number of columns at the left that begin at the left; the others end at the right.
  private let labels: Int

  /// Measures lines.
  init(_ lines: [[String]], labels: Int = 1) {
    let count = lines.map(\.count).max() ?? 0
    widths = (0..<count).map { column in
      lines.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max()!
    }
    self.labels = labels
  }

  /// The cells of a whole line.
  var width: Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

  /// A line.
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
