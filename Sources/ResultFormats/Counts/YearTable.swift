import ReportSearch

/// Writes counts by year for people: numbers in columns, and a bar a row.
package struct YearTable: Sendable {
  private let language: Language
  private let width: Int
  private let year: CountAxis.Year
  private var axis: CountAxis { .year(year) }

  /// Creates the format.
  ///
  /// - Parameter width: The cells of the terminal.
  package init(by year: CountAxis.Year, language: Language, width: Int = 80) {
    self.year = year
    self.language = language
    self.width = width
  }

  /// The table of a query: its totals, the rows, and what of it does not add up.
  package func text(of answer: CountPanel.Answer) -> String {
    let table = answer.table
    let totals =
      TextFormat(language: language, markup: .plain)
      .numbers(table.totals, of: answer.query.query) + "\n"
    guard table.totals.paragraphs > 0 else { return totals }
    let names =
      [
        language.choose("年份", "year"), language.choose("处", "matches"),
        language.choose("段", "paragraphs"), language.choose("报告", "reports"),
        language.choose("共有报告", "of reports"), language.choose("每十万字", "per 100,000"),
      ] + (hasCopies(table) ? [language.choose("不计重复", "without copies")] : [])
    let (shown, hidden) = rows(of: table)
    let lines = shown.map { cells($0, in: table) }
    let columns = TextColumns([names] + lines)
    let counts = shown.map { $0.place.map { table[$0, 0].found.matches } ?? 0 }
    let most = counts.max() ?? 0
    let room = max(10, width - columns.width - 3)
    var text = totals + "\n" + columns.line(names) + "\n"
    for (count, cells) in zip(counts, lines) {
      let length = most == 0 ? 0 : (count * room + most - 1) / most
      text +=
        columns.line(cells)
        + (length == 0 ? "" : "  " + String(repeating: "█", count: length)) + "\n"
    }
    return text + "\n" + note + (hidden == 0 ? "" : note(onHidden: hidden)) + "\n"
  }

  /// A row: its value, and its place in the table; `nil` for years of which there are no texts, which may be
  /// several.
  private typealias Row = (label: String, place: Int?)

  /// The rows with a match and the years between and beside them; and the number of other rows, which have
  /// none.
  private func rows(of table: CountTable) -> (shown: [Row], hidden: Int) {
    let range = ChartYears([table]).range
    let places = Dictionary(uniqueKeysWithValues: zip(table.rows, table.rows.indices))
    var (rows, hidden, gap): ([Row], Int, [String]) = ([], 0, [])
    func endGap() {
      guard let first = gap.first else { return }
      rows.append((gap.count == 1 ? first : "\(first)…\(gap.last!)", nil))
      gap = []
    }
    for value in axis.filled(table.rows) {
      let isNear = CountAxis.year(of: value).map { range?.contains($0) ?? false } ?? false
      guard let place = places[value] else {
        if isNear { gap.append(value.value) }
        continue
      }
      guard isNear || table[place, 0].found.paragraphs > 0 else {
        hidden += 1
        continue
      }
      if isNear { endGap() }
      rows.append((axis.label(of: value, in: language), place))
    }
    endGap()
    return (rows, hidden)
  }

  private func cells(_ row: Row, in table: CountTable) -> [String] {
    guard let place = row.place else {
      return [row.label, "—", "—", "—", "0", "—"] + (hasCopies(table) ? ["—"] : [])
    }
    let cell = table[place, 0]
    let measures: [CountMeasure] = [.matches, .paragraphs, .reports]
    return [row.label] + measures.map { $0.text(of: cell) }
      + ["\(cell.texts.reports)", CountMeasure.per100000Characters.text(of: cell)]
      + (hasCopies(table) ? [CountMeasure.matches.text(of: cell.withoutCopies)] : [])
  }

  /// Whether some text stands there twice.
  private func hasCopies(_ table: CountTable) -> Bool {
    table.all.texts != table.all.textsWithoutCopies
  }

  private var note: String {
    switch year {
    case .mention:
      language.choose(
        "每一处按它所说的年份算一次，各行的处数加起来就是总数；段和报告可以说到几年，不能相加。",
        "Each match counts once, for the years that it speaks of: matches add up to the total. Paragraphs and "
          + "reports speak of several years and do not.")
    case .report:
      language.choose("按报告的年份算，各行加起来就是总数。", "By the year of the report: every column adds up.")
    }
  }

  private func note(onHidden count: Int) -> String {
    language.choose(
      "另有 \(count) 行有文字而没有这样的话，没有列出（--format csv 全部列出）。",
      " \(count) more rows have texts and no match; --format csv lists them.")
  }
}
