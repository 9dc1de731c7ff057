/// Text that spreadsheets misinterpret: formulas and control characters.
enum SpreadsheetText {
  /// Returns true if a spreadsheet may interpret the text as a formula because of its first byte.
  /// Control characters before it do not count, as tables are written without them.
  static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first(where: { !isControl($0) }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  /// Returns true if a byte of UTF-8 is an ASCII control character other than tab, line feed and
  /// carriage return.
  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F
  }

  /// Returns the text without these control characters.
  static func withoutControls(_ text: String) -> String {
    text.utf8.contains(where: isControl)
      ? String(decoding: text.utf8.filter { !isControl($0) }, as: UTF8.self) : text
  }
}

extension Cell {
  /// The cell's text in a format without types; empty for `null` and nested records.
  var text: String {
    switch self {
    case .null, .ranges, .record, .records: ""
    case .text(let text): text
    case .path(let texts): texts.joined(separator: " › ")
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .boolean(let boolean): boolean ? "true" : "false"
    }
  }

  /// True if the cell contains text rather than a number or a Boolean value.
  var isText: Bool {
    switch self {
    case .text, .path: true
    default: false
    }
  }
}
