/// A row of a table, whatever the table was stored in.
struct TableRow: Hashable, Sendable {
  /// The place of the row in its table, from 1.
  let number: Int
  /// The texts of the cells, with the line ends that they have.
  var cells: [String]

  /// The line of some of the cells, or `nil` if they are blank: separated by tabs, each on one line.
  func line(of cells: some Sequence<String>, chrome: ChromeReason? = nil) -> SourceLine? {
    let text = cells.map(Self.onOneLine).joined(separator: "\t")
    return PlainTextReader.lines(of: text).first.map {
      SourceLine(number: number, text: $0.text, role: .row, chrome: chrome)
    }
  }

  /// The text of a cell with spaces where its lines end and where it is tabulated.
  static func onOneLine(_ cell: String) -> String {
    if isOnOneLine(cell.utf8) { return cell }
    let lines = PlainTextReader.lines(of: cell)
    let text = lines.count == 1 ? lines[0].text : lines.map(\.text).joined(separator: " ")
    return text.utf8.contains(0x09) ? text.replacing("\t", with: " ") : text
  }

  /// Whether a cell needs no second look: it holds no control characters, no line ends of Unicode, and
  /// no white space at its ends.
  private static func isOnOneLine(_ cell: String.UTF8View) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    return first != 0x20 && first != 0xE3 && first != 0xEF && last != 0x20 && last != 0x80
      && last != 0xBF && !cell.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
  }
}
