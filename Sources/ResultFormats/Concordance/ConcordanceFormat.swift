import Corpus
package import ReportSearch

/// Writes a concordance for people: a line a match, with the matches below each other.
///
/// Columns are measured in cells (``DisplayWidth``). Tabs, line ends and other control characters are shown
/// as spaces; invisible characters are left out, because they may turn the direction of a line.
package struct ConcordanceFormat: Sendable {
  private let markup: TextFormat.Markup
  private let language: Language
  /// The cells of each context.
  private let contextWidth: Int
  /// The cells of a line; `nil` if lines may be of any length.
  private let lineWidth: Int?

  /// Creates the format.
  ///
  /// - Parameters:
  ///   - context: The number of characters of a context at most.
  ///   - lineWidth: The cells that a line must fit into, as far as a match leaves room for it: contexts and
  ///     titles are cut to it. `nil` to show all of them.
  package init(
    language: Language, markup: TextFormat.Markup, context: Int, lineWidth: Int? = nil
  ) {
    self.language = language
    self.markup = markup
    self.lineWidth = lineWidth
    let wanted = 2 * context
    contextWidth = lineWidth.map { min(wanted, max(($0 - Self.widthBeside) / 2, 8)) } ?? wanted
  }

  /// The cells of a match of four Han with its marks, of a year and of the beginning of a title, with the
  /// spaces between them.
  private static let widthBeside = 10 + 2 + 5 + 2 + 16

  /// The line of a match: left context, match, right context, years, title.
  package func line(_ line: ConcordanceLine) -> String {
    let left = Self.tail(Self.visible(line.left), cells: contextWidth)
    let right = Self.head(Self.visible(line.right), cells: contextWidth)
    let match = Self.visible(line.text)
    let padding = String(repeating: " ", count: contextWidth - DisplayWidth.of(left))
    let behind = String(repeating: " ", count: contextWidth - DisplayWidth.of(right))
    let years = years(of: line.match)
    var title = Self.visible(line.hit.report.title)
    if let lineWidth {
      let marks = markup == .plain ? 2 : 0
      let used = 2 * contextWidth + DisplayWidth.of(match) + marks + DisplayWidth.of(years) + 4
      title = Self.shortened(title, cells: lineWidth - used)
    }
    let rest = title.isEmpty ? "" : "  " + title
    return padding + left + marked(match) + right + behind + "  " + years + rest + "\n"
  }

  /// The line of numbers: how much was found, and how much of it is shown.
  package func totals(
    _ totals: SearchResult.Totals, of query: Query, lines: Int
  ) -> String {
    let count = totals.matches + totals.looseMatches
    let rest =
      lines < count
      ? language.choose("；这里是前 \(lines) 处", "; here the first \(lines)") : ""
    return TextFormat(language: language, markup: .plain).numbers(totals, of: query) + rest
  }

  private func years(of match: Match) -> String {
    switch match.year.kind {
    case .none: language.choose("不详", "unknown")
    case .placeholder: language.choose("隐去", "taken out")
    case .fact, .target: match.year.years.row
    }
  }

  private func marked(_ text: String) -> String {
    switch markup {
    case .ansi: "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .plain: "⟦\(text)⟧"
    }
  }

  /// The text as a terminal may show it.
  static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: visible.append(" ")
      // Emoji are joined by this one.
      case .format where scalar != "\u{200D}": continue
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// The end of a text that fits into some cells.
  static func tail(_ text: String, cells: Int) -> String {
    var left = cells
    let count = text.reversed().prefix { character in
      left -= DisplayWidth.of(character)
      return left >= 0
    }.count
    return String(text.suffix(count))
  }

  /// The beginning of a text that fits into some cells.
  static func head(_ text: String, cells: Int) -> String {
    var left = cells
    return String(
      text.prefix { character in
        left -= DisplayWidth.of(character)
        return left >= 0
      })
  }

  /// The text, or its beginning with an ellipsis, if that fits.
  static func shortened(_ text: String, cells: Int) -> String {
    if DisplayWidth.of(text) <= cells { return text }
    return cells > 1 ? head(text, cells: cells - 1) + "…" : ""
  }
}
