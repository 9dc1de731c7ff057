/// Assigns the cells of a row to columns, and repeats the values of cells that span several rows.
///
/// ```
/// <tr><td rowspan=2>青岩中学<td>控辍保学</tr>      青岩中学    控辍保学
/// <tr><td>营养改善</tr>                          青岩中学    营养改善
/// ```
struct PageTableRows {
  private struct Cell {
    var text = ""
    let rows: Int
    let columns: Int
  }

  private struct HeldValue {
    let text: String
    var rows: Int
  }

  /// The values of spanning cells by column, for each open table.
  private var held: [[Int: HeldValue]] = [[:]]
  private var cells: [Cell] = []
  /// The remaining number of bytes for repeated values. Without this limit, a page of a few
  /// megabytes could expand to gigabytes.
  private var budget = 4_000_000

  /// Begins a table.
  mutating func enterTable() { held.append([:]) }

  /// Ends a table.
  mutating func leaveTable() { if held.count > 1 { held.removeLast() } }

  /// Begins a cell.
  mutating func enterCell(rows: Int, columns: Int) {
    cells.append(Cell(rows: rows, columns: columns))
  }

  /// Ends the cell with the collected text, and clears the text.
  mutating func endCell(_ text: inout String) {
    if !cells.isEmpty { cells[cells.count - 1].text += text }
    text = ""
  }

  /// Returns the row with its columns separated by tabs.
  mutating func endRow() -> String {
    var columns: [String] = []
    var values = held[held.count - 1]
    var next: [Int: HeldValue] = [:]
    func takeHeld() {
      while let value = values.removeValue(forKey: columns.count) {
        budget -= value.text.utf8.count + 8
        if value.rows > 1, budget > 0 {
          next[columns.count] = HeldValue(text: value.text, rows: value.rows - 1)
        }
        columns.append(value.text)
      }
    }
    for cell in cells {
      takeHeld()
      let text = Self.trimmed(cell.text)
      for place in 0..<cell.columns {
        budget -= 8
        guard place == 0 || budget > 0 else { break }
        if cell.rows > 1, budget > 0 {
          next[columns.count] = HeldValue(text: place == 0 ? text : "", rows: cell.rows - 1)
        }
        columns.append(place == 0 ? text : "")
      }
    }
    takeHeld()
    held[held.count - 1] = next
    cells = []
    return columns.joined(separator: "\t")
  }

  private static func trimmed(_ text: String) -> String {
    PlainTextReader.lines(of: text).map(\.text).joined(separator: " ")
  }
}
