/// Writes rows as comma-separated values (RFC 4180, lines end with CR LF).
package struct CSVFormat: Sendable {
  /// Whether cells that a spreadsheet would run as a formula stay as they are.
  package let keepsFormulas: Bool

  /// Creates the format.
  ///
  /// - Parameter keepsFormulas: Whether text that begins with `=`, `+`, `-`, `@`, a tab or a carriage
  ///   return stays as it is; else an apostrophe is put in front of it.
  package init(keepsFormulas: Bool = false) { self.keepsFormulas = keepsFormulas }

  /// The line of the names of the columns.
  package func header(_ names: [String]) -> String { names.joined(separator: ",") + "\r\n" }

  /// The line of a row.
  package func line(_ row: Record) -> String { line(row.fields.map(\.value)) }

  /// The line of some cells.
  func line(_ cells: [Cell]) -> String {
    var line: [UInt8] = []
    for (place, cell) in cells.enumerated() {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(text, to: &line)
      case .path: append(cell.text, to: &line)
      default: line += cell.text.utf8
      }
    }
    line += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    return String(decoding: line, as: UTF8.self)
  }

  private func append(_ text: String, to line: inout [UInt8]) {
    let start = line.count
    var needsQuotes = false
    if !keepsFormulas, SpreadsheetText.isFormula(text) { line.append(UInt8(ascii: "'")) }
    var text = text
    // Most cells are plain, and lists have tens of millions of them.
    let isPlain = text.withUTF8 { bytes in
      let isPlain = bytes.allSatisfy {
        $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",")
      }
      if isPlain { line.append(contentsOf: bytes) }
      return isPlain
    }
    if isPlain { return }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        line.append(byte)
        needsQuotes = true
      case UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): needsQuotes = true
      case _ where SpreadsheetText.isControl(byte): continue
      default: break
      }
      line.append(byte)
    }
    if needsQuotes {
      line.insert(UInt8(ascii: "\""), at: start)
      line.append(UInt8(ascii: "\""))
    }
  }
}
