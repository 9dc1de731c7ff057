/// Parses the part that contains the cells of a sheet.
enum Worksheet {
  /// Returns the nonblank rows.
  ///
  /// The memory of the cells counts against the limit of the archive. A small file can otherwise
  /// expand without bounds: many cells can refer to one long shared string, and two cells can have
  /// thousands of empty columns between them.
  static func rows(
    in part: [UInt8], _ texts: CellTexts, _ archive: ZipArchive
  ) throws(ReadingError.Kind) -> [TableRow] {
    let reader = try XMLPullReader<Element>(part, of: .xlsx)
    var rows: [TableRow] = []
    var row = TableRow(number: 0, cells: [])
    var cell = Cell(column: 0)
    var isInText = false
    while let piece = try reader.next() {
      switch piece {
      case .start(.row): row = TableRow(number: reader.number("r") ?? row.number + 1, cells: [])
      case .end(.row):
        if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
      case .start(.c):
        cell = Cell(column: row.cells.count)
        cell.type = reader.attribute("t")
        cell.format = reader.number("s")
        if let name = reader.attribute("r") {
          guard let column = column(ofCell: name) else { throw .unparsable(.xlsx) }
          cell.column = column
        }
      case .end(.c):
        guard !cell.value.isEmpty else { continue }
        let value = String(decoding: cell.value, as: UTF8.self)
        try put(
          texts.text(of: value, type: cell.type, format: cell.format), in: cell.column, of: &row,
          archive)
      case .start(.v), .start(.t): isInText = true
      case .end(.v), .end(.t): isInText = false
      case .start(.f), .start(.rPh), .start(.extLst): try reader.skipElement()
      case .text(let piece) where isInText: cell.value += piece
      default: continue
      }
    }
    return rows
  }

  private enum Element: String {
    case row, c, v, t, f, rPh, extLst
  }

  private struct Cell {
    var column: Int
    var type: String?
    var format: Int?
    var value: [UInt8] = []

    init(column: Int) { self.column = column }
  }

  /// The maximum number of columns in an Excel sheet.
  private static let mostColumns = 16_384

  private static func put(
    _ text: String, in column: Int, of row: inout TableRow, _ archive: ZipArchive
  ) throws(ReadingError.Kind) {
    let missing = max(column + 1 - row.cells.count, 0)
    try archive.spend(text.utf8.count + missing * MemoryLayout<String>.stride)
    row.cells += repeatElement("", count: missing)
    row.cells[column] += row.cells[column].isEmpty ? text : " " + text
  }

  /// Returns the zero-based column of a cell name: 27 for `AB12`.
  private static func column(ofCell name: String) -> Int? {
    var column = 0
    for letter in name.utf8 {
      let place = Int(letter & 0xDF) - 0x40
      guard (1...26).contains(place), letter >= 0x40 else { break }
      column = column * 26 + place
      guard column <= mostColumns else { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}
