/// Writes rows as tab-separated values without quoting: what programs read that know no quotes. Lines end
/// with LF.
package struct TSVFormat: Sendable {
  /// Whether cells that a spreadsheet would run as a formula stay as they are.
  package let keepsFormulas: Bool

  /// Creates the format.
  ///
  /// - Parameter keepsFormulas: Whether text that begins with `=`, `+`, `-` or `@` stays as it is; else an
  ///   apostrophe is put in front of it.
  package init(keepsFormulas: Bool = false) { self.keepsFormulas = keepsFormulas }

  /// The line of the names of the columns.
  package func header(_ names: [String]) -> String { names.joined(separator: "\t") + "\n" }

  /// The line of a row.
  package func line(_ row: Record) -> String { line(row.fields.map(\.value)) }

  /// The line of some cells: tabs and line ends inside them are spaces, control characters are left out.
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
