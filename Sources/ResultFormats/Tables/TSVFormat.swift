/// Writes rows as tab-separated values without quoting, for programs that do not support quoted
/// fields. Lines end with LF.
package struct TSVFormat: Sendable {
  /// True to leave cells unchanged that a spreadsheet would interpret as formulas.
  package let keepsFormulas: Bool

  /// Creates the format.
  ///
  /// - Parameter keepsFormulas: True to leave text unchanged that begins with `=`, `+`, `-`, `@`, a
  ///   tab or a carriage return. If false, such text gets a leading apostrophe.
  package init(keepsFormulas: Bool = false) { self.keepsFormulas = keepsFormulas }

  /// Returns the header line with the names of the columns.
  package func header(_ names: [String]) -> String { names.joined(separator: "\t") + "\n" }

  /// Returns the line of a row.
  package func line(_ row: Record) -> String { line(row.fields.map(\.value)) }

  /// Returns the line of some cells. Tabs and line ends in them become spaces, and control
  /// characters are removed.
  func line(_ cells: [Cell]) -> String {
    var line: [UInt8] = []
    for (place, cell) in cells.enumerated() {
      if place > 0 { line.append(UInt8(ascii: "\t")) }
      let text = cell.text
      if !keepsFormulas, cell.isText, SpreadsheetText.isFormula(text) {
        line.append(UInt8(ascii: "'"))
      }
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
          line.append(UInt8(ascii: " "))
        case _ where SpreadsheetText.isControl(byte): continue
        default: line.append(byte)
        }
      }
    }
    line.append(UInt8(ascii: "\n"))
    return String(decoding: line, as: UTF8.self)
  }
}
