/// Reads delimited text: comma-separated values (RFC 4180), and tab-separated values, which have no
/// quotation marks.
enum DelimitedTextReader {
  /// Returns the documents of a table.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - format: ``SourceFormat/tsv``, or any other format for CSV. CSV can also be delimited by
  ///     semicolons or tabs, as programs write it in some locales.
  static func documents(of text: String, format: SourceFormat) -> [SourceDocument] {
    TableDocuments.documents(of: rows(of: text, format: format))
  }

  static func rows(of text: String, format: SourceFormat) -> [TableRow] {
    var text = text
    return text.withUTF8 { bytes in
      format == .tsv
        ? DelimitedText(bytes, separator: UInt8(ascii: "\t"), isQuoted: false).rows()
        : DelimitedText(bytes, separator: separator(of: bytes), isQuoted: true).rows()
    }
  }

  /// The number of rows that are sampled to detect the separator.
  private static let sampleCount = 100

  /// Returns the separator that splits most of the first rows into the same number of cells. If two
  /// agree equally, the one with more cells wins. The default is the comma.
  private static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best: (separator: UInt8, agreement: Double, width: Int) = (UInt8(ascii: ","), 0, 1)
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let widths = DelimitedText(bytes, separator: separator, isQuoted: true)
        .rows(limit: sampleCount).map(\.cells.count)
      var counts: [Int: Int] = [:]
      for width in widths { counts[width, default: 0] += 1 }
      guard let (width, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
        width > 1
      else { continue }
      let agreement = Double(count) / Double(widths.count)
      if (agreement, width) > (best.agreement, best.width) { best = (separator, agreement, width) }
    }
    return best.separator
  }
}

/// Splits text into rows and cells.
private struct DelimitedText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let isQuoted: Bool
  private var place = 0

  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, isQuoted: Bool) {
    self.bytes = bytes
    self.separator = separator
    self.isQuoted = isQuoted
  }

  /// Returns the first nonblank rows, up to a limit.
  func rows(limit: Int = .max) -> [TableRow] {
    var text = self
    var rows: [TableRow] = []
    var number = 0
    while text.place < bytes.count, rows.count < limit {
      number += 1
      let cells = text.nextRow()
      if cells.contains(where: { !$0.isEmpty }) {
        rows.append(TableRow(number: number, cells: cells))
      }
    }
    return rows
  }

  private mutating func nextRow() -> [String] {
    var cells: [String] = []
    while true {
      cells.append(nextCell())
      guard place < bytes.count else { return cells }
      let mark = bytes[place]
      place += 1
      if mark == separator { continue }
      if mark == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
      return cells
    }
  }

  /// Reads a cell, up to the separator or line end after it.
  private mutating func nextCell() -> String {
    if isQuoted, place < bytes.count, bytes[place] == Self.quote, let cell = nextQuotedCell() {
      return cell
    }
    let start = place
    skipToMark()
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
  }

  /// Reads a quoted cell, in which quotation marks are doubled. Returns `nil` if the quotation mark
  /// is never closed and is therefore part of the text.
  private mutating func nextQuotedCell() -> String? {
    var cell: [UInt8] = []
    var next = place + 1
    while true {
      guard let close = bytes[next...].firstIndex(of: Self.quote) else { return nil }
      cell += bytes[next..<close]
      next = close + 1
      guard next < bytes.count, bytes[next] == Self.quote else { break }
      cell.append(Self.quote)
      next += 1
    }
    place = next
    skipToMark()
    // Text after the closing quotation mark is invalid. It is kept.
    cell += bytes[next..<place]
    return String(decoding: cell, as: UTF8.self)
  }

  private mutating func skipToMark() {
    while place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A, bytes[place] != 0x0D
    {
      place += 1
    }
  }
}
