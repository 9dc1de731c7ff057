/// Splits text into lines, each of which is a paragraph.
enum PlainTextReader {
  /// Returns the non-blank lines.
  ///
  /// A line ends at a line feed, a carriage return, both, a vertical tab, a form feed, U+0085,
  /// U+2028 or U+2029.
  static func lines(of text: String) -> [SourceLine] {
    var lines: [SourceLine] = []
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var number = 1
      var index = 0
      while index <= bytes.count {
        let length = index == bytes.count ? 1 : lineEndLength(bytes, at: index)
        if length == 0 {
          index += 1
          continue
        }
        let line = trimmed(bytes, start..<index)
        if !line.isEmpty {
          let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[line]), as: UTF8.self)
          lines.append(
            SourceLine(
              number: number, text: text, indentation: indentation(bytes, start..<line.lowerBound)
            ))
        }
        index += length
        start = index
        number += 1
      }
    }
    return lines
  }

  /// Returns the lines with table rows marked: at least two adjacent lines whose cells are
  /// separated by tabs. A numbered item with a tab after its number is not a row.
  static func markingRows(_ lines: [SourceLine]) -> [SourceLine] {
    var isBeforeRow = false
    var marked = lines
    for (place, line) in lines.enumerated().reversed() {
      let isRow = hasCells(line.text)
      let isAfterRow = place > 0 && hasCells(lines[place - 1].text)
      if isRow, isBeforeRow || isAfterRow { marked[place] = line.with(role: .row) }
      isBeforeRow = isRow
    }
    return marked
  }

  private static func hasCells(_ text: String) -> Bool {
    guard let tab = text.utf8.firstIndex(of: 0x09) else { return false }
    guard let marker = HeadingMarker(startOf: text) else { return true }
    return text.unicodeScalars[..<tab].count > marker.characterCount
      || text[tab...].utf8.dropFirst().contains(0x09)
  }

  /// Returns the length of the line end at an offset in bytes; 0 if there is none.
  @inline(__always)
  private static func lineEndLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte > 0x0D {
      if byte < 0xC2 || byte > 0xE2 { return 0 }
      if byte == 0xC2, bytes[index + 1] == 0x85 { return 2 }
      if byte == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 { return 3 }
      return 0
    }
    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return 2 }
    return byte >= 0x0A ? 1 : 0
  }

  /// Returns a range without white space and byte order marks at its ends.
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    trimming: while start < end {
      for space in spaces where bytes[start..<end].starts(with: space) {
        start += space.count
        continue trimming
      }
      break
    }
    trimming: while start < end {
      for space in spaces where bytes[start..<end].suffix(space.count).elementsEqual(space) {
        end -= space.count
        continue trimming
      }
      break
    }
    return start..<end
  }

  /// Measures the white space at the start of a line.
  private static func indentation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> SourceLine.Indentation {
    guard !range.isEmpty else { return .none }
    let space = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      .unicodeScalars
    return SourceLine.Indentation(
      columns: space.reduce(0) { $0 + ($1 == "\u{3000}" ? 2 : $1 == "\t" ? 8 : 1) },
      characters: space.count)
  }

  private static let spaces: [[UInt8]] = [
    " ", "\t", "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{2002}", "\u{2003}", "\u{2009}",
  ].map { Array($0.utf8) }
}
