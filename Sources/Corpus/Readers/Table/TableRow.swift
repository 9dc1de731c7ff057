/// A row of a table, independent of the file format.
struct TableRow: Hashable, Sendable {
  /// The one-based row number in the table.
  let number: Int
  /// The texts of the cells, with their line breaks.
  var cells: [String]

  /// Returns cells as one line separated by tabs, or `nil` if all are blank.
  func line(of cells: some Sequence<String>, chrome: ChromeReason? = nil) -> SourceLine? {
    let text = cells.map(Self.onOneLine).joined(separator: "\t")
    return PlainTextReader.lines(of: text).first.map {
      SourceLine(number: number, text: $0.text, role: .row, chrome: chrome)
    }
  }

  /// Returns the text of a cell with spaces in place of line breaks and tabs.
  static func onOneLine(_ cell: String) -> String {
    if isOnOneLine(cell.utf8) { return cell }
    let lines = PlainTextReader.lines(of: cell)
    let text = lines.count == 1 ? lines[0].text : lines.map(\.text).joined(separator: " ")
    return text.utf8.contains(0x09) ? text.replacing("\t", with: " ") : text
  }

  /// Returns true if a cell certainly needs no normalization: its bytes rule out control
  /// characters, Unicode line breaks, and leading and trailing white space. This is a fast path;
  /// false does not mean that the cell must be changed.
  private static func isOnOneLine(_ cell: String.UTF8View) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    return first != 0x20 && first != 0xE3 && first != 0xEF && last != 0x20 && last != 0x80
      && last != 0xBF && !cell.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
  }
}
