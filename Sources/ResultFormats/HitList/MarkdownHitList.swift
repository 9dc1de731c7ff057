import ReportSearch

/// Writes hits in Markdown, for the appendix of a report. Queries are second-level headings with
/// the hits below them, and matches are highlighted.
struct MarkdownHitList: HitListWriter {
  private let format: TextFormat
  private let write: (String) throws -> Void

  init(language: Language, write: @escaping (String) throws -> Void) {
    format = TextFormat(language: language, markup: .plain)
    self.write = write
  }

  mutating func begin() throws {
    try write("# " + format.language.choose("检索结果", "Search results") + "\n")
  }

  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) throws {
    let numbers = format.numbers(totals, of: query.query)
    try write("\n## \(Self.escaped(query.name))\n\n\(Self.escaped(numbers))\n")
  }

  mutating func add(_ hit: Hit) throws {
    // Next to Chinese punctuation, asterisks do not produce emphasis. The tag always works.
    let text = MarkedText(hit).pieces.map {
      $0.isMatch ? "<mark>\(Self.escaped($0.text))</mark>" : Self.escaped($0.text)
    }.joined()
    let headings = hit.paragraph.headingPath.joined(separator: " › ")
    try write(
      """

      ### \(hit.rank). \(Self.escaped(hit.report.title))

      \(Self.escaped(format.year(of: hit)))\(headings.isEmpty ? "" : "  \n" + Self.escaped(headings))

      > \(Self.protectingStart(text))

      \(Self.escaped(hit.report.sourcePaths[0] + format.place(of: hit.paragraph))) \
      `\(hit.paragraph.identifier)`

      """)
  }

  /// Returns text on one line, with Markdown's special characters escaped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "$":
        escaped += "\\\(character)"
      case "&": escaped += "&amp;"
      case _ where character.isNewline || character == "\t": escaped += " "
      default: escaped.append(character)
      }
    }
    return SpreadsheetText.withoutControls(escaped)
  }

  /// Escapes the beginning of a paragraph that Markdown would read as a list item or a heading's
  /// underline.
  private static func protectingStart(_ text: String) -> String {
    let text = String(text.drop(while: \.isWhitespace))
    if let first = text.first, "+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, ".)".contains(next) else {
      return text
    }
    return digits + "\\" + text.dropFirst(digits.count)
  }
}
