/// A table row that is being parsed.
///
/// A row of data is one line. A row that is used only for page layout is read as separate
/// paragraphs:
///
/// | Row                                    | Lines              |
/// |----------------------------------------|--------------------|
/// | `学校`, `学生`                         | `学校⇥学生`       |
/// | `学校`, two short paragraphs 一小, 二小 | `学校⇥一小 二小`  |
/// | one cell                               | its paragraphs     |
/// | a cell with two long paragraphs, or a table | all paragraphs |
struct WordRow {
  private struct Cell {
    var lines: [SourceLine] = []
    var holdsTable = false
  }

  private var cells: [Cell] = []

  /// The maximum length, in scalars, of the paragraphs of a data cell. A cell with several longer
  /// ones is running text.
  private static let longestInData = 50

  mutating func beginCell() { cells.append(Cell()) }

  /// Adds the lines of a paragraph to the current cell.
  mutating func add(_ lines: [SourceLine]) {
    if cells.isEmpty { beginCell() }
    cells[cells.count - 1].lines += lines
  }

  /// Adds the lines of a nested table to the current cell.
  mutating func addTable(_ lines: [SourceLine]) {
    add(lines)
    cells[cells.count - 1].holdsTable = true
  }

  var lines: [SourceLine] {
    let all = cells.flatMap(\.lines)
    guard cells.count > 1, !cells.contains(where: Self.isLayout),
      let first = all.first(where: { $0.chrome == nil })
    else { return all }
    let texts = cells.map { cell in
      cell.lines.filter { $0.chrome == nil }.map { Self.withoutTabs($0.text) }
        .joined(separator: " ")
    }
    let text = PlainTextReader.lines(of: texts.joined(separator: "\t")).map(\.text)
    return text.map { SourceLine(number: first.number, text: $0, role: .row) }
      + all.filter { $0.chrome != nil }
  }

  private static func isLayout(_ cell: Cell) -> Bool {
    cell.holdsTable || cell.lines.filter { $0.text.unicodeScalars.count > longestInData }.count > 1
  }

  private static func withoutTabs(_ text: String) -> String {
    text.utf8.contains(0x09) ? text.replacing("\t", with: " ") : text
  }
}
