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
    let lines = PlainTextReader.lines(of: cell)
    let text = lines.count == 1 ? lines[0].text : lines.map(\.text).joined(separator: " ")
    return text.utf8.contains(0x09) ? text.replacing("\t", with: " ") : text
  }
}
