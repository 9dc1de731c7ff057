/// Writes rows as comma-separated values (RFC 4180, lines end with CR LF).
public struct CSVFormat: Sendable {
  /// Whether cells that a spreadsheet would run as a formula stay as they are.
  public let keepsFormulas: Bool

  /// Creates the format.
  ///
  /// - Parameter keepsFormulas: Whether text that begins with `=`, `+`, `-`, `@`, a tab or a carriage
  ///   return stays as it is; else an apostrophe is put in front of it.
  public init(keepsFormulas: Bool = false) { self.keepsFormulas = keepsFormulas }

  /// The line of the names of the columns.
  public func header(_ names: [String]) -> String { names.joined(separator: ",") + "\r\n" }

  /// The line of a row.
  public func line(_ row: Record) -> String {
    row.fields.map { cell($0.value) }.joined(separator: ",") + "\r\n"
  }

  private func cell(_ cell: Cell) -> String {
    switch cell {
    case .null, .record, .records: ""
    case .text(let text): quoted(text)
    case .path(let texts): quoted(texts.joined(separator: " › "))
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .boolean(let boolean): boolean ? "true" : "false"
    }
  }

  private func quoted(_ text: String) -> String {
    var cell = String.UnicodeScalarView()
    var needsQuotes = false
    if !keepsFormulas, let first = text.unicodeScalars.first, Self.formulaStarts.contains(first) {
      cell.append("'")
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        cell.append("\"")
        needsQuotes = true
      case ",", "\r", "\n": needsQuotes = true
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}": continue
      default: break
      }
      cell.append(scalar)
    }
    return needsQuotes ? "\"\(String(cell))\"" : String(cell)
  }

  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
}
