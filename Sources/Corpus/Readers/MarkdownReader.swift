/// Reads text in which `#` marks headings.
///
/// Only headings are interpreted. All other Markdown stays as it is, so that search results match
/// the file.
enum MarkdownReader {
  /// Returns the lines that are not blank.
  static func lines(of text: String) -> [SourceLine] {
    PlainTextReader.lines(of: text).map { line in
      let hashes = line.text.prefix { $0 == "#" }.count
      guard (1...6).contains(hashes) else { return line }
      let rest = line.text.dropFirst(hashes)
      guard let space = rest.first, space.isWhitespace else { return line }
      let title = rest.drop(while: \.isWhitespace)
      guard !title.isEmpty else { return line }
      return SourceLine(number: line.number, text: String(title), role: .heading(level: hashes))
    }
  }
}
