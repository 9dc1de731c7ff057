import Corpus
package import ReportSearch

/// Formats a concordance as text: one line for each match, with the matches aligned.
///
/// Columns are aligned by display width (``DisplayWidth``). Tabs, line ends and other control
/// characters become spaces. Invisible format characters are removed, because some of them reverse
/// the direction of a line.
package struct ConcordanceFormat: Sendable {
  private let markup: TextFormat.Markup
  private let language: Language
  /// The width of each context in cells.
  private let contextWidth: Int
  /// The maximum width of a line in cells; `nil` for no limit.
  private let lineWidth: Int?

  /// Creates the format.
  ///
  /// - Parameters:
  ///   - context: The maximum number of characters of a context.
  ///   - lineWidth: The maximum width of a line in cells. Contexts and titles are cut to fit, as
  ///     far as the match leaves room. `nil` for no limit.
  package init(
    language: Language, markup: TextFormat.Markup, context: Int, lineWidth: Int? = nil
  ) {
    self.language = language
    self.markup = markup
    self.lineWidth = lineWidth
    let wanted = 2 * context
    contextWidth = lineWidth.map { min(wanted, max(($0 - Self.widthBeside) / 2, 8)) } ?? wanted
  }

  /// The width in cells that is reserved next to the contexts: a match of four Han characters with
  /// its brackets, a year, the beginning of a title, and the spaces between them.
  private static let widthBeside = 10 + 2 + 5 + 2 + 16

  /// Returns the line of a match: left context, match, right context, years, title.
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

  /// Returns the line of totals, with the number of lines shown if it is limited.
  package func totals(
    _ totals: SearchResult.Totals, of query: Query, lines: Int
  ) -> String {
    let count = totals.matches + totals.looseMatches
    let rest =
      lines < count
      ? language.choose("；以下为前 \(lines) 处", "; showing the first \(lines)") : ""
    return TextFormat(language: language, markup: .plain).numbers(totals, of: query) + rest
  }

  private func years(of match: Match) -> String {
    switch match.year.kind {
    case .none: language.choose("不详", "unknown")
    case .placeholder: language.choose("已隐去", "redacted")
    case .fact, .target: match.year.years.row
    }
  }

  private func marked(_ text: String) -> String {
    switch markup {
    case .ansi: "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .plain: "⟦\(text)⟧"
    }
  }

  /// Returns the text in a form that is safe to print on one line.
  static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: visible.append(" ")
      // ZERO WIDTH JOINER joins emoji.
      case .format where scalar != "\u{200D}": continue
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// Returns the longest suffix that fits into a number of cells.
  static func tail(_ text: String, cells: Int) -> String {
    var left = cells
    let count = text.reversed().prefix { character in
      left -= DisplayWidth.of(character)
      return left >= 0
    }.count
    return String(text.suffix(count))
  }

  /// Returns the longest prefix that fits into a number of cells.
  static func head(_ text: String, cells: Int) -> String {
    var left = cells
    return String(
      text.prefix { character in
        left -= DisplayWidth.of(character)
        return left >= 0
      })
  }

  /// Returns the text, or a prefix with an ellipsis if the text is too wide; empty if there is no
  /// room.
  static func shortened(_ text: String, cells: Int) -> String {
    if DisplayWidth.of(text) <= cells { return text }
    return cells > 1 ? head(text, cells: cells - 1) + "…" : ""
  }
}
