/// Converts stored cell values of a workbook into text.
struct CellTexts {
  /// True if the workbook uses the 1904 date system.
  let beginsIn1904: Bool
  /// The shared strings, to which cells refer by index.
  var shared: [String] = []
  /// The cell formats, to which cells refer by index.
  var formats: [CellFormat] = []

  /// Creates a converter without shared strings and formats.
  init(beginsIn1904: Bool) { self.beginsIn1904 = beginsIn1904 }

  /// Returns the text of a cell.
  ///
  /// - Parameters:
  ///   - value: The stored value.
  ///   - type: The cell type (the `t` attribute); `nil` means a number.
  ///   - format: The index of the cell format.
  func text(of value: String, type: String?, format: Int?) -> String {
    switch type {
    case "s": Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
    case "b": value == "1" || value == "true" ? "TRUE" : "FALSE"
    case nil, "n":
      (format.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .number)
        .text(of: value, beginsIn1904: beginsIn1904)
    default: Self.unescaped(value)
    }
  }

  private enum Element: String {
    case si, t, rPh, numFmt, cellXfs, xf
  }

  /// Parses the shared strings part. Phonetic readings are omitted.
  static func strings(in part: [UInt8]) throws(ReadingError.Kind) -> [String] {
    let reader = try XMLPullReader<Element>(part, of: .xlsx)
    var strings: [String] = []
    var text: [UInt8] = []
    var isInText = false
    while let piece = try reader.next() {
      switch piece {
      case .start(.si): text.removeAll(keepingCapacity: true)
      case .end(.si): strings.append(unescaped(String(decoding: text, as: UTF8.self)))
      case .start(.t): isInText = true
      case .end(.t): isInText = false
      case .start(.rPh): try reader.skipElement()
      case .text(let piece) where isInText: text += piece
      default: continue
      }
    }
    return strings
  }

  /// Parses the cell formats of the styles part.
  static func formats(in part: [UInt8]) throws(ReadingError.Kind) -> [CellFormat] {
    let reader = try XMLPullReader<Element>(part, of: .xlsx)
    var codes: [Int: String] = [:]
    var formats: [CellFormat] = []
    var isInCellFormats = false
    while let piece = try reader.next() {
      switch piece {
      case .start(.numFmt):
        if let identifier = reader.number("numFmtId") {
          codes[identifier] = reader.attribute("formatCode")
        }
      case .start(.cellXfs): isInCellFormats = true
      case .end(.cellXfs): isInCellFormats = false
      case .start(.xf) where isInCellFormats:
        let identifier = reader.number("numFmtId") ?? 0
        formats.append(CellFormat(identifier: identifier, code: codes[identifier]))
      default: continue
      }
    }
    return formats
  }

  /// Decodes characters that XML cannot contain, which are escaped like `_x000D_`.
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard var place = bytes.firstIndex(of: underscore) else { return text }
    var result = bytes[..<place]
    while place < bytes.count {
      if let scalar = escape(bytes[place...].prefix(escapeLength)) {
        result += Array(String(Character(scalar)).utf8)
        place += escapeLength
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let underscore = UInt8(ascii: "_")
  private static let escapeLength = 7

  private static func escape(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count == escapeLength, bytes.first == underscore, bytes.last == underscore,
      bytes[bytes.startIndex + 1] == UInt8(ascii: "x")
    else { return nil }
    let digits = bytes.dropFirst(2).dropLast()
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
