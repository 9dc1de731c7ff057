/// Breaks text into lines by display width.
enum LineBreaking {
  /// Returns the lines of a text, each at most `limit` cells wide. Words of ASCII letters and
  /// digits are not broken if they fit into a line.
  static func lines(of text: String, cells limit: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var cells = 0
    for character in text {
      let width = DisplayWidth.of(character)
      if cells + width > limit, !line.isEmpty {
        let word = isWord(character) ? line.reversed().prefix(while: isWord).count : 0
        let kept = word < line.count ? line.count - word : line.count
        lines.append(String(line[..<kept]))
        line.removeFirst(kept)
        cells = line.reduce(0) { $0 + DisplayWidth.of($1) }
      }
      line.append(character)
      cells += width
    }
    return lines + (line.isEmpty ? [] : [String(line)])
  }

  /// Returns the text, cut to at most `limit` cells with `…` at its end if it is wider.
  static func shortened(_ text: String, cells limit: Int) -> String {
    guard DisplayWidth.of(text) > limit, let first = lines(of: text, cells: limit - 1).first else {
      return text
    }
    return first + "…"
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
