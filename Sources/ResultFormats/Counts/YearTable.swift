import Corpus
import ReportSearch

/// Writes counts by year for people: numbers in columns, and a bar a row.
public struct YearTable: Sendable {
  private let language: Language
  private let width: Int

  /// Creates the format.
  ///
  /// - Parameter width: The cells of the terminal.
  public init(language: Language, width: Int = 80) {
    self.language = language
    self.width = width
  }

  /// The table of a query: its totals, the rows, and what of it does not add up.
  public func text(of counts: YearCounts) -> String {
    let names = [
      language.choose("年份", "year"), language.choose("处", "matches"),
      language.choose("段", "paragraphs"), language.choose("报告", "reports"),
    ]
    let cells = counts.rows.map { row in
      [label(of: row), "\(row.matches)", "\(row.paragraphs)", "\(row.reports)"]
    }
    let widths = names.indices.map { column in
      ([names] + cells).map { DisplayWidth.of($0[column]) }.max()!
    }
    let most = counts.rows.map(\.matches).max() ?? 0
    let room = max(10, width - widths.reduce(0) { $0 + $1 + 2 } - 1)
    var text = TextFormat(language: language, markup: .plain).totals(counts.result)
    guard !counts.rows.isEmpty else { return text }
    text += "\n" + line(names, widths) + "\n"
    for (row, cells) in zip(counts.rows, cells) {
      let length = most == 0 ? 0 : (row.matches * room + most - 1) / most
      let bar = String(repeating: "█", count: length)
      text += line(cells, widths) + (bar.isEmpty ? "" : "  " + bar) + "\n"
    }
    return text + "\n" + note(on: counts) + "\n"
  }

  private func label(of row: FacetCount) -> String {
    switch row.value {
    case MentionedYears.placeholder.row: language.choose("年份隐去", "taken out")
    case MentionedYears.undated.row: language.choose("不详", "unknown")
    default: row.value
    }
  }

  /// The first column begins at the left, numbers end at the right.
  private func line(_ cells: [String], _ widths: [Int]) -> String {
    cells.indices.map { column in
      let blanks = String(
        repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
      return column == 0 ? cells[column] + blanks : blanks + cells[column]
    }.joined(separator: "  ")
  }

  private func note(on counts: YearCounts) -> String {
    switch counts.year {
    case .mention:
      language.choose(
        "每一处按它所说的年份算一次，各行的处数加起来就是总数；段和报告可以说到几年，不能相加。",
        "Each match counts once, for the years that it speaks of: matches add up to the total. Paragraphs and "
          + "reports speak of several years and do not.")
    case .report:
      language.choose("按报告的年份算，各行加起来就是总数。", "By the year of the report: every column adds up.")
    }
  }
}
